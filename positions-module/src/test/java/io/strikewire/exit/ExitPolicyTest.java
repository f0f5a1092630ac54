package io.strikewire.exit;

import static io.strikewire.exit.UsualExits.BOUGHT;
import static io.strikewire.exit.UsualExits.MONDAY_NOON;
import static io.strikewire.exit.UsualExits.NVDA;
import static io.strikewire.exit.UsualExits.USUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strikewire.calendar.NyseCalendar;
import io.strikewire.exit.ExitDecision.Due;
import io.strikewire.exit.ExitDecision.Exit;
import io.strikewire.exit.ExitDecision.Hold;
import io.strikewire.exit.ExitDecision.NoPrice;
import io.strikewire.exit.ExitSettings.Partial;
import io.strikewire.exit.ExitSettings.Trailing;
import io.strikewire.gex.GexReading;
import io.strikewire.option.OptionContract;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExitPolicyTest {

  @Test
  void a_gain_of_exactly_the_target_sells_everything() {
    assertThat(decide(USUAL, holding(7, "25.57", "38.355"), MONDAY_NOON))
        .isInstanceOfSatisfying(
            Exit.class,
            exit -> {
              assertThat(exit.reason()).isEqualTo(ExitReason.PROFIT_TARGET);
              assertThat(exit.contracts()).isEqualTo(7);
              assertThat(exit.executableAt()).isEqualTo(MONDAY_NOON);
            });
  }

  @Test
  void a_price_of_zero_is_a_total_loss_and_an_unknown_price_is_not_a_gain_of_zero() {
    assertThat(decide(USUAL, holding(1, "2", "0"), MONDAY_NOON))
        .isInstanceOfSatisfying(
            Exit.class, exit -> assertThat(exit.reason()).isEqualTo(ExitReason.STOP_LOSS));
    Holding unknown = Holding.of(NVDA, Direction.CALL, 1, BigDecimal.ONE, Optional.empty(), BOUGHT);
    assertThat(decide(USUAL, unknown, MONDAY_NOON))
        .isInstanceOfSatisfying(
            NoPrice.class, kept -> assertThat(kept.report().pnlPercent()).isEmpty());
  }

  @Test
  void a_stop_hit_after_hours_is_decided_and_waits_for_the_next_open() {
    Instant wednesdayEvening = Instant.parse("2026-11-26T01:00:00Z");
    assertThat(decide(USUAL, holding(1, "2", "1"), wednesdayEvening))
        .isInstanceOfSatisfying(
            Exit.class,
            exit ->
                assertThat(exit.executableAt()).isEqualTo(Instant.parse("2026-11-27T14:30:00Z")));
  }

  @Test
  void an_option_trades_until_its_own_last_moment_and_then_waits_for_its_settlement() {
    Instant lateQuarter = Instant.parse("2026-12-18T21:05:00Z");
    assertThat(decide(USUAL, index("SPXW261218C04000000"), lateQuarter))
        .isInstanceOfSatisfying(
            Exit.class,
            over -> assertThat(over.executableAt()).isBefore(lateQuarter).isEqualTo(close(18)));
    assertThat(decide(USUAL, index("SPXW261231C04000000"), lateQuarter))
        .isInstanceOfSatisfying(
            Exit.class, open -> assertThat(open.executableAt()).isEqualTo(lateQuarter));
    Instant thursdayEvening = Instant.parse("2026-12-17T22:00:00Z");
    assertThat(decide(USUAL, index("SPX261218C04000000"), thursdayEvening))
        .isInstanceOfSatisfying(
            Exit.class,
            morning ->
                assertThat(morning.executableAt())
                    .isEqualTo(Instant.parse("2026-12-18T14:30:00Z")));
  }

  private static Instant close(int dayOfDecember) {
    return Instant.parse("2026-12-" + dayOfDecember + "T21:00:00Z");
  }

  /** An index option at half of what was paid. */
  private static Holding index(String occSymbol) {
    OptionContract contract = OptionContract.parse(occSymbol).orElseThrow();
    return new Holding(
        new Symbol("SPX"),
        contract.right(),
        1,
        BigDecimal.valueOf(2),
        Optional.of(BigDecimal.ONE),
        BOUGHT,
        Optional.of(contract.expiration()),
        Optional.empty(),
        0,
        Optional.of(contract));
  }

  @Test
  void the_time_exit_sells_in_the_session_and_only_then() {
    assertThat(decide(USUAL, holding(1, "2", "2"), Instant.parse("2026-11-23T20:30:00Z")))
        .isInstanceOfSatisfying(
            Exit.class, exit -> assertThat(exit.reason()).isEqualTo(ExitReason.TIME_EXIT));
    assertThat(decide(USUAL, holding(1, "2", "2"), Instant.parse("2026-11-23T21:00:00Z")))
        .isInstanceOfSatisfying(
            Hold.class,
            kept ->
                assertThat(kept.due())
                    .contains(
                        new Due(ExitReason.TIME_EXIT, Instant.parse("2026-11-24T14:30:00Z"))));
    assertThat(decide(USUAL, holding(1, "2", "2"), Instant.parse("2026-11-23T20:29:59.999Z")))
        .isInstanceOfSatisfying(Hold.class, kept -> assertThat(kept.due()).isEmpty());
  }

  @Test
  void on_a_half_day_the_time_exit_comes_before_the_early_close_if_configured() {
    Instant halfPastTwelve = Instant.parse("2026-11-27T17:30:00Z");
    assertThat(decide(USUAL, holding(1, "2", "2"), halfPastTwelve)).isInstanceOf(Hold.class);
    ExitSettings early = settings(Optional.of(Duration.ofMinutes(30)), List.of(), null, null, null);
    assertThat(decide(early, holding(1, "2", "2"), halfPastTwelve)).isInstanceOf(Exit.class);
    assertThat(decide(early, holding(1, "2", "2"), halfPastTwelve.minusMillis(1)))
        .isInstanceOf(Hold.class);
  }

  @Test
  void a_flip_counts_when_it_is_fresh_and_came_after_the_purchase() {
    Holding held = holding(2, "2", "2");
    assertThat(decide(held, flip(MONDAY_NOON.minus(Duration.ofHours(4)))))
        .isInstanceOfSatisfying(
            Exit.class, exit -> assertThat(exit.reason()).isEqualTo(ExitReason.GEX_FLIP));
    assertThat(decide(held, flip(MONDAY_NOON.minus(Duration.ofMillis(14_400_001)))))
        .isInstanceOf(Hold.class);
    Holding young =
        Holding.of(
            NVDA,
            Direction.CALL,
            2,
            BigDecimal.ONE,
            Optional.of(BigDecimal.ONE),
            MONDAY_NOON.minusSeconds(60));
    assertThat(decide(young, flip(MONDAY_NOON.minusSeconds(61)))).isInstanceOf(Hold.class);
    assertThat(decide(young, flip(MONDAY_NOON.minusSeconds(60)))).isInstanceOf(Exit.class);
  }

  @Test
  void partial_exits_sell_their_part_once_each_and_never_the_only_contract() {
    ExitSettings parts =
        settings(
            Optional.empty(),
            List.of(
                new Partial(BigDecimal.valueOf(20), new BigDecimal("0.5")),
                new Partial(BigDecimal.valueOf(40), new BigDecimal("0.5"))),
            null,
            null,
            null);
    assertThat(decide(parts, holding(5, "1", "1.2"), MONDAY_NOON))
        .isInstanceOfSatisfying(
            Exit.class,
            exit -> {
              assertThat(exit.reason()).isEqualTo(ExitReason.PARTIAL_PROFIT);
              assertThat(exit.contracts()).isEqualTo(2);
            });
    assertThat(decide(parts, with(holding(3, "1", "1.3"), null, null, 1), MONDAY_NOON))
        .isInstanceOf(Hold.class);
    assertThat(decide(parts, with(holding(3, "1", "1.4"), null, null, 1), MONDAY_NOON))
        .isInstanceOfSatisfying(Exit.class, exit -> assertThat(exit.contracts()).isEqualTo(1));
    assertThat(decide(parts, with(holding(3, "1", "1.4"), null, null, 2), MONDAY_NOON))
        .isInstanceOf(Hold.class);
    assertThat(decide(parts, holding(1, "1", "1.3"), MONDAY_NOON)).isInstanceOf(Hold.class);
  }

  @Test
  void a_trailing_stop_follows_the_best_price_once_it_is_armed() {
    Trailing trailing = new Trailing(BigDecimal.TEN, BigDecimal.valueOf(20));
    ExitSettings follows = settings(Optional.empty(), List.of(), trailing, null, null);
    Holding held = holding(1, "1", "1.17");
    assertThat(decide(follows, with(held, "1.30", null, 0), MONDAY_NOON))
        .isInstanceOfSatisfying(
            Exit.class, exit -> assertThat(exit.reason()).isEqualTo(ExitReason.TRAILING_STOP));
    assertThat(decide(follows, with(held, "1.29", null, 0), MONDAY_NOON)).isInstanceOf(Hold.class);
    assertThat(decide(follows, with(holding(1, "1", "1.07"), "1.19", null, 0), MONDAY_NOON))
        .isInstanceOf(Hold.class);
    assertThat(decide(follows, held, MONDAY_NOON)).isInstanceOf(Hold.class);
  }

  @Test
  void days_to_expiry_and_longest_holding_sell_when_configured() {
    ExitSettings days = settings(Optional.empty(), List.of(), null, 2, null);
    assertThat(
            decide(
                days, with(holding(1, "1", "1"), null, LocalDate.of(2026, 11, 25), 0), MONDAY_NOON))
        .isInstanceOfSatisfying(
            Exit.class, exit -> assertThat(exit.reason()).isEqualTo(ExitReason.DAYS_TO_EXPIRY));
    assertThat(
            decide(
                days, with(holding(1, "1", "1"), null, LocalDate.of(2026, 11, 26), 0), MONDAY_NOON))
        .isInstanceOf(Hold.class);
    ExitSettings longest =
        settings(Optional.empty(), List.of(), null, null, Duration.between(BOUGHT, MONDAY_NOON));
    assertThat(decide(longest, holding(1, "1", "1"), MONDAY_NOON))
        .isInstanceOfSatisfying(
            Exit.class, exit -> assertThat(exit.reason()).isEqualTo(ExitReason.MAX_HOLDING));
    assertThat(decide(longest, holding(1, "1", "1"), MONDAY_NOON.minusMillis(1)))
        .isInstanceOf(Hold.class);
  }

  @Test
  void every_rule_says_what_it_looked_at_and_what_follows() {
    ExitDecision sold = decide(USUAL, holding(7, "2", "3"), Instant.parse("2026-11-23T21:00:00Z"));
    assertThat(sold.report().verdicts().stream().map(Object::toString))
        .containsExactly(
            "PROFIT_TARGET FAIL: 50 %, target 50 %",
            "STOP_LOSS PASS: 50 %, stop -30 %",
            "GEX_FLIP PASS: no earlier gamma exposure to compare with",
            "TIME_EXIT NOTE: 16:00 New York, everything is sold from 15:30 while the exchange is"
                + " open");
    assertThat(
            decide(holding(2, "2", "2"), flip(MONDAY_NOON.minusSeconds(18_000)))
                .report()
                .verdicts())
        .extracting(Object::toString)
        .contains(
            "GEX_FLIP PASS: gamma exposure PUT after CALL, 300 min old, which no longer counts for"
                + " this position");
  }

  @Test
  void exposure_without_a_side_after_one_against_the_holding_is_no_flip() {
    Holding held = holding(2, "2", "2");
    GexReading none = new GexReading(NVDA, Optional.empty(), 0, MONDAY_NOON);
    GexReading put = new GexReading(NVDA, Optional.of(Direction.PUT), 1, MONDAY_NOON);
    GexReading call = new GexReading(NVDA, Optional.of(Direction.CALL), 1, MONDAY_NOON);
    assertThat(decide(held, List.of(none, put))).isInstanceOf(Hold.class);
    assertThat(decide(held, List.of(call, put))).isInstanceOf(Hold.class);
    assertThat(decide(held, List.of(put, put))).isInstanceOf(Hold.class);
    assertThat(decide(held, List.of(put, none))).isInstanceOf(Exit.class);
    assertThat(decide(held, List.of(put))).isInstanceOf(Hold.class);
  }

  @Test
  void the_early_close_moves_the_time_exit_on_half_days_only_and_never_later() {
    ExitSettings early = settings(Optional.of(Duration.ofMinutes(30)), List.of(), null, null, null);
    assertThat(decide(early, holding(1, "2", "2"), Instant.parse("2026-11-23T17:30:00Z")))
        .isInstanceOf(Hold.class);
    ExitSettings twoHours = settings(Optional.of(Duration.ofHours(2)), List.of(), null, null, null);
    assertThat(decide(twoHours, holding(1, "2", "2"), Instant.parse("2026-11-23T19:30:00Z")))
        .isInstanceOf(Hold.class);
    ExitSettings morning =
        new ExitSettings(
            USUAL.profitTarget(),
            USUAL.stopLoss(),
            USUAL.gexMaxAge(),
            LocalTime.of(11, 0),
            Optional.of(Duration.ofMinutes(30)),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(decide(morning, holding(1, "2", "2"), Instant.parse("2026-11-27T16:00:00Z")))
        .isInstanceOf(Exit.class);
  }

  @Test
  void two_contracts_can_be_sold_in_parts_and_part_of_a_trailing_stop_is_told() {
    ExitSettings parts =
        settings(
            Optional.empty(),
            List.of(new Partial(BigDecimal.valueOf(20), new BigDecimal("0.5"))),
            null,
            null,
            null);
    assertThat(decide(parts, holding(2, "1", "1.2"), MONDAY_NOON))
        .isInstanceOfSatisfying(Exit.class, exit -> assertThat(exit.contracts()).isEqualTo(1));
    Trailing trailing = new Trailing(BigDecimal.TEN, BigDecimal.valueOf(20));
    ExitSettings follows = settings(Optional.empty(), List.of(), trailing, null, null);
    assertThat(
            decide(follows, with(holding(1, "1", "1.25"), "1.30", null, 0), MONDAY_NOON)
                .report()
                .verdicts())
        .extracting(Object::toString)
        .contains("TRAILING_STOP PASS: 1.25 USD, best 1.30, stop at 1.17");
    assertThat(decide(follows, holding(1, "1", "1.1"), MONDAY_NOON).report().verdicts())
        .extracting(Object::toString)
        .contains("TRAILING_STOP PASS: 1.1 USD, best 1.1, not armed");
  }

  @Test
  void nonsense_is_refused_where_it_is_made() {
    assertThatThrownBy(() -> holding(1, "0", "1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> holding(-1, "1", "1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> holding(1, "1", "-1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with(holding(1, "1", "1"), null, null, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Partial(BigDecimal.ZERO, new BigDecimal("0.5")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Partial(BigDecimal.TEN, BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Partial(BigDecimal.TEN, BigDecimal.ONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Trailing(BigDecimal.ZERO, BigDecimal.ONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Trailing(BigDecimal.valueOf(100), BigDecimal.ONE))
        .isInstanceOf(IllegalArgumentException.class);
    Partial same = new Partial(BigDecimal.TEN, new BigDecimal("0.5"));
    assertThatThrownBy(() -> settings(Optional.empty(), List.of(same, same), null, null, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ExitDecision decide(ExitSettings settings, Holding holding, Instant now) {
    return new ExitPolicy(settings, new NyseCalendar()).decide(holding, List.of(), now);
  }

  private static ExitDecision decide(Holding holding, List<GexReading> gex) {
    return new ExitPolicy(USUAL, new NyseCalendar()).decide(holding, gex, MONDAY_NOON);
  }

  private static Holding holding(int quantity, String entry, String price) {
    return Holding.of(
        NVDA,
        Direction.CALL,
        quantity,
        new BigDecimal(entry),
        Optional.of(new BigDecimal(price)),
        BOUGHT);
  }

  private static Holding with(Holding held, String best, LocalDate expiration, int partials) {
    return new Holding(
        held.symbol(),
        held.direction(),
        held.quantity(),
        held.entryPrice(),
        held.price(),
        held.openedAt(),
        Optional.ofNullable(expiration),
        Optional.ofNullable(best).map(BigDecimal::new),
        partials,
        Optional.empty());
  }

  private static ExitSettings settings(
      Optional<Duration> beforeEarlyClose,
      List<Partial> partials,
      Trailing trailing,
      Integer days,
      Duration longest) {
    return new ExitSettings(
        USUAL.profitTarget(),
        USUAL.stopLoss(),
        USUAL.gexMaxAge(),
        USUAL.timeExit(),
        beforeEarlyClose,
        partials,
        Optional.ofNullable(trailing),
        Optional.ofNullable(days),
        Optional.ofNullable(longest));
  }

  private static List<GexReading> flip(Instant at) {
    return List.of(
        new GexReading(NVDA, Optional.of(Direction.PUT), 0.5, at),
        new GexReading(NVDA, Optional.of(Direction.CALL), 0.5, at.minusSeconds(900)));
  }
}
