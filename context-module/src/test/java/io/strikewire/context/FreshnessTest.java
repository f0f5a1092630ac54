package io.strikewire.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.config.SettingsReader;
import io.strikewire.market.MarketContext;
import io.strikewire.market.Snapshot;
import io.strikewire.market.Trend;
import io.strikewire.market.VolatilityRegime;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

  private static final Instant AS_OF = Instant.parse("2026-11-23T15:00:00Z");
  private static final MarketContext FIVE_MINUTES =
      new MarketContext(
          new UUID(0, 1),
          new Symbol("SPY"),
          Optional.empty(),
          new Timeframe(Duration.ofMinutes(5)),
          14.8,
          VolatilityRegime.NORMAL,
          Trend.BULLISH,
          1,
          AS_OF);

  private final Freshness freshness =
      new Freshness(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(5));

  @ParameterizedTest
  @CsvSource({
    "-60000, FRESH",
    "0, FRESH",
    "360000, FRESH",
    "360001, STALE",
    "720000, STALE",
    "720001, MISSING"
  })
  void five_minutes_are_fresh_for_six_and_stale_for_six_more(long millis, String expected) {
    assertThat(freshness.of(FIVE_MINUTES, AS_OF.plusMillis(millis)).freshness())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, FRESH", "60, FRESH", "61, STALE", "300, STALE", "301, MISSING"})
  void a_pulled_context_is_fresh_for_a_minute_and_usable_for_five(long seconds, String expected) {
    MarketContext pulled =
        new MarketContext(
            new UUID(0, 2),
            new Symbol("SPY"),
            Optional.empty(),
            new Timeframe(Duration.ofDays(1)),
            14.8,
            VolatilityRegime.NORMAL,
            Trend.BULLISH,
            1,
            AS_OF,
            MarketContext.Origin.PULLED,
            "tradier",
            List.of());
    assertThat(freshness.of(pulled, AS_OF.plusSeconds(seconds)).freshness()).isEqualTo(expected);
  }

  @Property(tries = 2000, seed = "20261124")
  void nothing_grows_fresher_with_age(
      @ForAll @LongRange(min = -100, max = 1000) long age,
      @ForAll @LongRange(min = 0, max = 1000) long later) {
    assertThat(rank(age + later)).isGreaterThanOrEqualTo(rank(age));
  }

  @Test
  void the_hit_rate_is_the_share_of_fresh_answers() {
    HitCount hits = new HitCount();
    assertThat(hits.rate()).isEqualTo(1);
    hits.count(freshness.of(FIVE_MINUTES, AS_OF));
    hits.count(freshness.of(FIVE_MINUTES, AS_OF.plusSeconds(400)));
    hits.count(freshness.none());
    hits.count(freshness.of(FIVE_MINUTES, AS_OF));
    assertThat(hits.rate()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource({"strikewire.context.grace-seconds", "CONTEXT_TTL_SECONDS"})
  void the_grace_goes_by_two_names(String name) {
    SettingsReader reader =
        new SettingsReader(
            asked -> asked.equals(name) ? Optional.of("90") : Optional.<String>empty());
    assertThat(ContextSettings.read(reader).freshness())
        .isEqualTo(
            new Freshness(Duration.ofSeconds(90), Duration.ofSeconds(60), Duration.ofMinutes(5)));
  }

  @Test
  void a_grace_that_is_no_number_is_refused_and_named() {
    SettingsReader reader =
        new SettingsReader(
            name ->
                name.equals("strikewire.context.grace-seconds")
                    ? Optional.of("soon")
                    : Optional.empty());
    assertThat(ContextSettings.read(reader).grace()).isEqualTo(Duration.ofSeconds(60));
    assertThat(reader.problems())
        .singleElement()
        .asString()
        .contains("strikewire.context.grace-seconds", "soon");
  }

  private int rank(long seconds) {
    Snapshot<MarketContext> reading = freshness.of(FIVE_MINUTES, AS_OF.plusSeconds(seconds));
    return List.of("FRESH", "STALE", "MISSING").indexOf(reading.freshness());
  }
}
