package io.strikewire.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.calendar.NyseCalendar;
import io.strikewire.confluence.ConfluenceSettings;
import io.strikewire.confluence.Peers;
import io.strikewire.confluence.Ratio;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.option.OptionContract;
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
import org.junit.jupiter.api.Test;

class ValidatorTest {

  private static final Instant MONDAY_TEN = Instant.parse("2026-11-23T15:00:00Z");
  private static final Symbol SPY = new Symbol("SPY");
  private static final Timeframe FIVE = Timeframe.parse("5m").orElseThrow();
  private static final Timeframe HOUR = Timeframe.parse("1h").orElseThrow();
  private static final Timeframe ONE = Timeframe.parse("1m").orElseThrow();

  private final Validator validator =
      new Validator(
          new NyseCalendar(),
          new ValidationSettings(
              Duration.ofSeconds(60),
              LocalTime.of(9, 30),
              LocalTime.of(15, 30),
              Duration.ofMinutes(5),
              Duration.ofSeconds(2),
              Ratio.HALF,
              Ratio.HALF,
              ConfluenceSettings.of(
                  ConfluenceSettings.DEFAULT_WEIGHTS,
                  ConfluenceSettings.DEFAULT_WEIGHT,
                  Optional.of(Duration.ofHours(4)))));

  @Test
  void a_long_age_is_shown_in_plain_digits() {
    assertThat(
            validator
                .judge(asked(MONDAY_TEN, 88_916_404, Map.of(), List.of()))
                .verdicts()
                .get(4)
                .detail())
        .isEqualTo("the alert is 88916404 s old, at most 300 s");
    assertThat(ValidationRule.seconds(Duration.ofMillis(88_916_404_724L)))
        .isEqualTo("88916404.724 s");
  }

  @Test
  void every_rule_is_reported_and_the_first_failure_decides() {
    Validator.Result result =
        validator.judge(asked(Instant.parse("2026-11-22T15:00:00Z"), 400, Map.of(), List.of()));
    assertThat(result.verdicts())
        .extracting(Verdict::rule)
        .containsExactly("COOLDOWN", "MARKET_HOURS", "MTF", "CONFLUENCE", "AGE");
    assertThat(result.rejection()).contains(Rejection.MARKET_HOURS);
    assertThat(result.verdicts().get(4).outcome()).isEqualTo(Verdict.Outcome.FAIL);
  }

  @Test
  void every_rule_says_what_it_looked_at() {
    ValidationQuestion asked =
        new ValidationQuestion(
            SPY,
            Optional.empty(),
            Direction.CALL,
            FIVE,
            MONDAY_TEN.minusMillis(1_500),
            Payload.of(Map.of("mtf_aligned", true, "confluence", new BigDecimal("0.8"))),
            Optional.of(MONDAY_TEN.minusSeconds(90)),
            List.of(peer("GEX", Direction.CALL, FIVE), peer("MANUAL", Direction.PUT, FIVE)),
            MONDAY_TEN);
    assertThat(validator.judge(asked).verdicts())
        .extracting(Object::toString)
        .containsExactly(
            "COOLDOWN PASS: last entry 90 s ago, cooldown 60 s",
            "MARKET_HOURS PASS: 2026-11-23 10:00 New York; entries 09:30 to 15:30, session closes"
                + " 16:15",
            "MTF PASS: agreement 0.5, nothing to compare with on larger timeframes; sender says"
                + " true",
            "CONFLUENCE PASS: agreement 0.563 (1 of 2) of other sources; sender says 0.8",
            "AGE PASS: the alert is 1.5 s old, at most 300 s");
    assertThat(told("mtf_aligned", BigDecimal.ONE, 2))
        .isEqualTo(
            "MTF FAIL: agreement 0.5, nothing to compare with on larger timeframes; mtf_aligned is"
                + " true or false, was 1");
    assertThat(told("confluence", "x", 3)).endsWith("confluence is 0 to 1, was x");
    assertThat(told("note", "x", 0)).isEqualTo("COOLDOWN PASS: no entry before, cooldown 60 s");
    assertThat(told("note", "x", 3)).endsWith("sender says nothing");
  }

  @Test
  void half_days_and_closed_days_are_told() {
    assertThat(hours("2026-11-27T17:00:00Z"))
        .isEqualTo(
            "MARKET_HOURS PASS: 2026-11-27 12:00 New York; entries 09:30 to 15:30, session closes"
                + " 13:15 (early close)");
    assertThat(hours("2026-11-27T18:15:00Z")).startsWith("MARKET_HOURS FAIL");
    assertThat(hours("2026-11-26T17:00:00Z"))
        .isEqualTo("MARKET_HOURS FAIL: 2026-11-26 12:00 New York is not a day on which it trades");
    assertThat(hours("2026-11-23T20:29:59.999Z")).startsWith("MARKET_HOURS PASS");
    assertThat(hours("2026-11-23T20:30:00Z")).startsWith("MARKET_HOURS FAIL");
    assertThat(hours("2026-11-23T14:30:00Z")).startsWith("MARKET_HOURS PASS");
    assertThat(hours("2026-11-23T14:29:59.999Z")).startsWith("MARKET_HOURS FAIL");
  }

  private String told(String name, Object value, int rule) {
    return validator
        .judge(asked(MONDAY_TEN, 0, Map.of(name, value), List.of()))
        .verdicts()
        .get(rule)
        .toString();
  }

  private String hours(String now) {
    return validator
        .judge(asked(Instant.parse(now), 0, Map.of(), List.of()))
        .verdicts()
        .get(1)
        .toString();
  }

  @Test
  void nothing_to_compare_with_passes() {
    assertThat(validator.judge(asked(MONDAY_TEN, 0, Map.of(), List.of())).rejection()).isEmpty();
  }

  @Test
  void other_sources_of_the_same_bar_that_disagree_refuse() {
    assertThat(judge(peer("GEX", Direction.PUT, FIVE))).contains(Rejection.CONFLUENCE);
    assertThat(judge(peer("GEX", Direction.CALL, FIVE))).isEmpty();
    assertThat(judge(peer("GEX", Direction.CALL, FIVE), peer("MANUAL", Direction.PUT, FIVE)))
        .isEmpty();
    assertThat(judge(peer("GEX", Direction.PUT, FIVE), peer("MANUAL", Direction.CALL, FIVE)))
        .contains(Rejection.CONFLUENCE);
  }

  @Test
  void larger_bars_that_go_the_other_way_refuse_and_smaller_ones_do_not_count() {
    assertThat(judge(peer("MTF", Direction.PUT, HOUR))).contains(Rejection.MTF);
    assertThat(judge(peer("MTF", Direction.PUT, ONE))).isEmpty();
  }

  @Test
  void the_senders_word_can_refuse_and_nonsense_does() {
    assertThat(said("mtf_aligned", false)).contains(Rejection.MTF);
    assertThat(said("mtf_aligned", "false")).contains(Rejection.MTF);
    assertThat(said("mtf_aligned", BigDecimal.ONE)).contains(Rejection.MTF);
    assertThat(said("mtf_aligned", "True")).isEmpty();
    assertThat(said("confluence", new BigDecimal("0.49"))).contains(Rejection.CONFLUENCE);
    assertThat(said("confluence", new BigDecimal("0.5"))).isEmpty();
    assertThat(said("confluence", "1.5")).contains(Rejection.CONFLUENCE);
    assertThat(said("confluence", true)).contains(Rejection.CONFLUENCE);
  }

  @Test
  void age_is_allowed_up_to_its_limit_and_ahead_up_to_the_skew() {
    assertThat(age(300_000)).isEmpty();
    assertThat(age(300_001)).contains(Rejection.TOO_OLD);
    assertThat(age(-2_000)).isEmpty();
    assertThat(age(-2_001)).contains(Rejection.IN_THE_FUTURE);
  }

  @Test
  void cooldown_counts_from_the_last_entry() {
    assertThat(after(Duration.ofMillis(59_999))).contains(Rejection.COOLDOWN);
    assertThat(after(Duration.ofSeconds(60))).isEmpty();
    assertThat(after(Duration.ofSeconds(-5))).contains(Rejection.COOLDOWN);
  }

  @Test
  void an_option_that_settled_this_morning_no_longer_trades() {
    Instant thirdFriday = Instant.parse("2026-12-18T15:00:00Z");
    ValidationQuestion monthly =
        new ValidationQuestion(
            new Symbol("SPX"),
            OptionContract.parse("SPX261218C06000000"),
            Direction.CALL,
            FIVE,
            thirdFriday,
            Payload.EMPTY,
            Optional.empty(),
            List.of(),
            thirdFriday);
    assertThat(validator.judge(monthly).rejection()).contains(Rejection.MARKET_HOURS);
  }

  @Test
  void the_latest_of_each_other_source_counts_and_never_the_signal_itself() {
    Peer self = peer("TRADINGVIEW", Direction.CALL, FIVE);
    Peer earlier = new Peer("1", "GEX", SPY, Direction.PUT, FIVE, MONDAY_TEN.minusSeconds(60));
    Peer later = new Peer("2", "GEX", SPY, Direction.CALL, FIVE, MONDAY_TEN.minusSeconds(30));
    Peer own = new Peer("3", "TRADINGVIEW", SPY, Direction.PUT, FIVE, MONDAY_TEN.minusSeconds(30));
    Peer old = new Peer("4", "MTF", SPY, Direction.PUT, FIVE, MONDAY_TEN.minusSeconds(14_401));
    Peer ahead = new Peer("5", "MANUAL", SPY, Direction.PUT, FIVE, MONDAY_TEN.plusSeconds(1));
    assertThat(
            Peers.latestPerSource(
                List.of(later, self, earlier, own, old, ahead),
                self,
                Duration.ofHours(4),
                MONDAY_TEN))
        .containsExactly(later);
  }

  @Test
  void a_question_is_written_down_with_all_that_was_asked() {
    OptionContract contract = OptionContract.parse("SPY261218C00500000").orElseThrow();
    ValidationQuestion asked =
        new ValidationQuestion(
            SPY,
            Optional.of(contract),
            Direction.CALL,
            FIVE,
            MONDAY_TEN.minusSeconds(3),
            Payload.of(Map.of("note", "x")),
            Optional.of(MONDAY_TEN.minusSeconds(90)),
            List.of(),
            MONDAY_TEN);
    assertThat(validator.judge(asked).rejection()).as("its option trades today").isEmpty();
    assertThat(DescribedValidation.of(asked))
        .containsEntry("now", "2026-11-23T15:00:00Z")
        .containsEntry("lastEntry", "2026-11-23T14:58:30Z")
        .containsEntry("otherSignals", List.of())
        .containsEntry(
            "signal",
            Map.of(
                "symbol", "SPY",
                "direction", "CALL",
                "timeframe", "5m",
                "timestamp", "2026-11-23T14:59:57Z",
                "occ_symbol", "SPY261218C00500000",
                "metadata", asked.metadata()));
  }

  private Optional<Rejection> judge(Peer... peers) {
    return validator.judge(asked(MONDAY_TEN, 0, Map.of(), List.of(peers))).rejection();
  }

  private Optional<Rejection> said(String name, Object value) {
    return validator.judge(asked(MONDAY_TEN, 0, Map.of(name, value), List.of())).rejection();
  }

  private Optional<Rejection> age(long ms) {
    ValidationQuestion now = asked(MONDAY_TEN, 0, Map.of(), List.of());
    return validator
        .judge(
            new ValidationQuestion(
                now.symbol(),
                now.contract(),
                now.side(),
                now.timeframe(),
                MONDAY_TEN.minusMillis(ms),
                now.metadata(),
                now.lastEntry(),
                now.peers(),
                MONDAY_TEN))
        .rejection();
  }

  private Optional<Rejection> after(Duration last) {
    ValidationQuestion now = asked(MONDAY_TEN, 0, Map.of(), List.of());
    return validator
        .judge(
            new ValidationQuestion(
                now.symbol(),
                now.contract(),
                now.side(),
                now.timeframe(),
                now.timestamp(),
                now.metadata(),
                Optional.of(MONDAY_TEN.minus(last)),
                now.peers(),
                MONDAY_TEN))
        .rejection();
  }

  private static Peer peer(String source, Direction side, Timeframe timeframe) {
    return new Peer(source + side, source, SPY, side, timeframe, MONDAY_TEN);
  }

  private static ValidationQuestion asked(
      Instant now, int ageSeconds, Map<String, Object> metadata, List<Peer> peers) {
    return new ValidationQuestion(
        SPY,
        Optional.empty(),
        Direction.CALL,
        FIVE,
        now.minusSeconds(ageSeconds),
        Payload.of(metadata),
        Optional.empty(),
        peers,
        now);
  }
}
