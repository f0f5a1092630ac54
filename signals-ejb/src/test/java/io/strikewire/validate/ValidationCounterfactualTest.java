package io.strikewire.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.calendar.NyseCalendar;
import io.strikewire.confluence.ConfluenceSettings;
import io.strikewire.confluence.Ratio;
import io.strikewire.market.TradingCalendar;
import io.strikewire.payload.Payload;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Peer;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ValidationCounterfactualTest {

  private static final Instant MONDAY_TEN = Instant.parse("2026-11-23T15:00:00Z");
  private static final Symbol SPY = new Symbol("SPY");
  private static final TradingCalendar CALENDAR = new NyseCalendar();
  private static final ValidationSettings LIMITS =
      new ValidationSettings(
          Duration.ofSeconds(300),
          LocalTime.of(9, 30),
          LocalTime.of(15, 30),
          Duration.ofMinutes(5),
          Duration.ofSeconds(30),
          Ratio.HALF,
          Ratio.HALF,
          ConfluenceSettings.of(
              ConfluenceSettings.DEFAULT_WEIGHTS,
              ConfluenceSettings.DEFAULT_WEIGHT,
              Optional.of(Duration.ofHours(4))));

  @Test
  void what_passes_needs_no_change() {
    assertThat(change(asked(MONDAY_TEN, 10, Map.of(), Optional.empty(), List.of()))).isEmpty();
  }

  @Test
  void each_rule_names_what_would_have_satisfied_it() {
    Optional<Instant> aMinuteAgo = Optional.of(MONDAY_TEN.minusSeconds(60));
    assertThat(change(asked(MONDAY_TEN, 10, Map.of(), aMinuteAgo, List.of())))
        .contains("last entry 300 s ago");
    assertThat(
            change(
                asked(
                    Instant.parse("2026-11-26T15:00:00Z"),
                    10,
                    Map.of(),
                    Optional.empty(),
                    List.of())))
        .as("Thanksgiving")
        .contains("2026-11-27 09:30 New York");
    assertThat(change(asked(MONDAY_TEN, 301, Map.of(), Optional.empty(), List.of())))
        .contains("alert at most 300 s old");
    assertThat(change(asked(MONDAY_TEN, -31, Map.of(), Optional.empty(), List.of())))
        .contains("alert at most 30 s ahead");
    assertThat(
            change(
                asked(MONDAY_TEN, 10, Map.of("mtf_aligned", false), Optional.empty(), List.of())))
        .contains("mtf_aligned true");
    assertThat(
            change(
                asked(
                    MONDAY_TEN,
                    10,
                    Map.of("confluence", new BigDecimal("0.3")),
                    Optional.empty(),
                    List.of())))
        .contains("confluence ≥ 0.5");
    assertThat(
            change(
                asked(
                    MONDAY_TEN,
                    10,
                    Map.of(),
                    Optional.empty(),
                    List.of(peer("MTF", Direction.PUT, "1h")))))
        .contains("MTF CALL on 1h");
  }

  @Test
  void where_two_things_are_in_the_way_no_single_change_helps() {
    assertThat(
            change(
                asked(MONDAY_TEN, 301, Map.of("mtf_aligned", false), Optional.empty(), List.of())))
        .isEmpty();
  }

  @Property(tries = 1000)
  void the_change_lets_the_alert_pass(@ForAll("questions") ValidationQuestion question) {
    Validator validator = new Validator(CALENDAR, LIMITS);
    ValidationCounterfactual.of(question, LIMITS, CALENDAR)
        .ifPresent(
            change -> {
              assertThat(validator.judge(question).rejection()).isPresent();
              assertThat(validator.judge(change.changed()).rejection()).isEmpty();
              assertThat(change.changed().symbol()).isEqualTo(question.symbol());
              assertThat(change.changed().side()).isEqualTo(question.side());
            });
  }

  @Provide
  Arbitrary<ValidationQuestion> questions() {
    Arbitrary<Instant> moments =
        Arbitraries.longs()
            .between(0, 10L * 24 * 3600)
            .map(seconds -> MONDAY_TEN.plusSeconds(seconds));
    Arbitrary<Map<String, Object>> words =
        Arbitraries.of(
            Map.of(),
            Map.of(),
            Map.of("mtf_aligned", false),
            Map.of("mtf_aligned", "perhaps"),
            Map.of("confluence", new BigDecimal("0.2")),
            Map.of("confluence", new BigDecimal("0.9")));
    Arbitrary<List<Peer>> peers =
        Arbitraries.of(
                peer("MTF", Direction.PUT, "1h"),
                peer("GEX", Direction.CALL, "1h"),
                peer("MANUAL", Direction.PUT, "5m"),
                peer("GEX", Direction.PUT, "5m"))
            .list()
            .uniqueElements()
            .ofMaxSize(3);
    return Combinators.combine(
            moments,
            Arbitraries.integers().between(-60, 600),
            words,
            Arbitraries.integers().between(0, 600).optional(),
            peers)
        .as(
            (now, age, said, entered, others) ->
                asked(now, age, said, entered.map(now::minusSeconds), others));
  }

  private static Optional<String> change(ValidationQuestion question) {
    return ValidationCounterfactual.of(question, LIMITS, CALENDAR)
        .map(ValidationCounterfactual::text);
  }

  private static Peer peer(String source, Direction side, String bar) {
    return new Peer(
        source + bar, source, SPY, side, Timeframe.parse(bar).orElseThrow(), MONDAY_TEN);
  }

  private static ValidationQuestion asked(
      Instant now,
      int age,
      Map<String, Object> metadata,
      Optional<Instant> lastEntry,
      List<Peer> peers) {
    return new ValidationQuestion(
        SPY,
        Optional.empty(),
        Direction.CALL,
        Timeframe.parse("5m").orElseThrow(),
        now.minusSeconds(age),
        Payload.of(metadata),
        lastEntry,
        peers,
        now);
  }
}
