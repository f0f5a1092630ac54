package io.strikewire.exit;

import static io.strikewire.exit.UsualExits.BOUGHT;
import static io.strikewire.exit.UsualExits.MONDAY_NOON;
import static io.strikewire.exit.UsualExits.NVDA;
import static io.strikewire.exit.UsualExits.USUAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.calendar.NyseCalendar;
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

class ExitCounterfactualTest {

  private static final NyseCalendar CALENDAR = new NyseCalendar();

  @Test
  void what_is_kept_names_the_nearest_price_moment_or_turn() {
    assertThat(text(USUAL, asked(2, "4.20", "6.10"))).contains("bid ≥ 6.30 (PROFIT_TARGET)");
    assertThat(text(USUAL, asked(2, "4.20", "3.00"))).contains("bid ≤ 2.94 (STOP_LOSS)");
    assertThat(text(USUAL, asked(2, "4.20", "4.20")))
        .as("three and a half hours are 0.15 of a day, nearer than 0.3 of what was paid")
        .contains("2026-11-23 15:30 New York (TIME_EXIT)");
    assertThat(text(USUAL, asked(2, "4.20", "4.20").exposed(List.of(reading(Direction.CALL, 12)))))
        .contains("gamma exposure turns to PUT (GEX_FLIP)");
    assertThat(text(USUAL, asked(2, "4.20", "4.20").exposed(List.of(reading(Direction.CALL, 60)))))
        .contains("2026-11-23 15:30 New York (TIME_EXIT)");
  }

  @Test
  void what_is_sold_names_what_would_have_kept_it_whichever_rule_takes_over() {
    assertThat(text(USUAL, asked(2, "4.20", "6.40"))).contains("bid ≤ 6.29");
    assertThat(text(USUAL, asked(2, "4.20", "2.80"))).contains("bid ≥ 2.95");
    ExitSettings parts = with(List.of(part("25", "0.5")), null, null, null);
    assertThat(text(parts, asked(6, "4.20", "6.40")))
        .as("below the target a part would have been sold")
        .contains("bid ≤ 5.24");
    assertThat(text(parts, asked(1, "4.20", "6.40"))).contains("bid ≤ 6.29");
  }

  @Test
  void a_moment_too_early_or_too_late_would_have_kept_it() {
    ExitQuestion afternoon = asked(1, "4", "4").at(Instant.parse("2026-11-23T20:31:00Z"));
    assertThat(text(USUAL, afternoon)).contains("before 2026-11-23 15:30 New York");
    ExitQuestion last = asked(1, "4", "4").at(Instant.parse("2026-11-23T20:59:00Z"));
    assertThat(text(USUAL, last)).contains("2026-11-23 16:00 New York or later");
    Holding bought = opened(held(1, "4", "4"), Instant.parse("2026-11-23T20:40:00Z"));
    assertThat(text(USUAL, asked(1, "4", "4").at(Instant.parse("2026-11-23T20:41:00Z")).of(bought)))
        .as("at half past three it was not there yet")
        .contains("2026-11-23 16:00 New York or later");
    ExitQuestion both = asked(1, "4", "6").at(Instant.parse("2026-11-23T20:31:00Z"));
    assertThat(text(USUAL, both)).as("two rules sell").isEmpty();
  }

  @Test
  void parts_are_sold_by_price_by_number_and_by_what_was_sold_before() {
    ExitSettings parts = with(List.of(part("25", "0.5"), part("40", "0.5")), null, null, null);
    assertThat(text(parts, asked(6, "4.00", "5.05"))).contains("bid ≤ 4.99");
    assertThat(text(parts, asked(6, "4.00", "4.90"))).contains("bid ≥ 5.00 (PARTIAL_PROFIT)");
    assertThat(text(parts, asked(6, "4.00", "5.59").of(held(6, "4.00", "5.59").afterParts(1))))
        .contains("bid ≥ 5.60 (PARTIAL_PROFIT)");
    ExitQuestion single = asked(1, "4.00", "5.20").at(Instant.parse("2026-11-23T21:00:00Z"));
    assertThat(text(parts, single)).contains("bid ≥ 6.00 (PROFIT_TARGET)");
    ExitSettings far = with(List.of(part("1", "0.5"), part("49", "0.5")), null, null, null);
    assertThat(text(far, asked(3, "4.00", "5.80")))
        .as("a bid of 4.03 is farther than half of the parts")
        .contains("bid ≤ 4.03");
    assertThat(text(far, asked(3, "1.00", "1.48")))
        .as("0.48 of the price, or half of the parts")
        .contains("bid ≤ 1.00");
    ExitSettings wide = settings("500", "-90", List.of(part("1", "0.5"), part("400", "0.5")));
    assertThat(text(wide, asked(3, "1.00", "1.80"))).contains("1 of 2 parts taken");
    assertThat(text(wide, asked(2, "1.00", "1.80"))).contains("contracts open ≤ 1");
    ExitSettings second = settings("500", "-90", List.of(part("1", "0.5"), part("50", "0.5")));
    assertThat(text(second, asked(3, "1.00", "2.10").of(held(3, "1.00", "2.10").afterParts(1))))
        .contains("2 of 2 parts taken");
    assertThat(text(USUAL, asked(3, "4.20", "6.10").of(held(3, "4.20", "6.10").afterParts(1))))
        .as("of no parts none can be taken")
        .contains("bid ≥ 6.30 (PROFIT_TARGET)");
    ExitQuestion night = asked(1, "1.00", "2.40").at(Instant.parse("2026-11-28T00:00:00Z"));
    ExitSettings one = settings("500", "-90", List.of(part("1", "0.5")));
    assertThat(text(one, night))
        .as("from Friday evening until Monday are 2.6 days, another contract is 1")
        .contains("contracts open ≥ 2 (PARTIAL_PROFIT)");
    assertThat(text(one, night.of(held(0, "1.00", "2.40"))))
        .contains("contracts open ≥ 2 (PARTIAL_PROFIT)");
  }

  @Test
  void a_trailing_stop_names_its_floor_or_the_best_price_that_arms_it() {
    ExitSettings follows = with(List.of(), new Trailing(num("10"), num("20")), null, null);
    assertThat(text(follows, best("1.00", "1.25", "1.30"))).contains("bid ≤ 1.17 (TRAILING_STOP)");
    assertThat(text(follows, best("1.00", "1.16", "1.30"))).contains("bid ≥ 1.18");
    assertThat(text(follows, best("1.00", "1.07", "1.19")))
        .contains("best price ≥ 1.20 (TRAILING_STOP)");
    assertThat(text(follows, best("1.00", "1.00", "1.20"))).contains("best price ≤ 1.19");
  }

  @Test
  void a_flip_names_the_side_or_the_time_that_made_it_count() {
    ExitQuestion flipped =
        asked(2, "4.20", "4.20")
            .exposed(List.of(reading(Direction.PUT, 30), reading(Direction.CALL, 50)));
    assertThat(text(USUAL, flipped))
        .as("half an hour old; four hours would have been too old")
        .contains("gamma exposure as of before 2026-11-23 08:00 New York");
    assertThat(
            text(
                USUAL,
                asked(2, "4.20", "4.20")
                    .exposed(List.of(reading(Direction.PUT, 3), reading(Direction.CALL, 50)))))
        .contains("gamma exposure CALL");
    assertThat(
            text(
                USUAL,
                asked(2, "4.20", "4.20")
                    .exposed(List.of(reading(Direction.PUT, 50), reading(Direction.CALL, 3)))))
        .contains("gamma exposure before it PUT");
    assertThat(
            text(
                USUAL,
                asked(2, "4.20", "4.20")
                    .exposed(List.of(reading(Direction.PUT, 50), reading(Direction.PUT, 3)))))
        .contains("gamma exposure before it CALL (GEX_FLIP)");
    GexReading old =
        new GexReading(
            NVDA, Optional.of(Direction.PUT), 0.5, MONDAY_NOON.minus(Duration.ofMinutes(250)));
    assertThat(
            text(
                USUAL, asked(2, "4.20", "4.20").exposed(List.of(old, reading(Direction.CALL, 50)))))
        .contains("gamma exposure as of 2026-11-23 08:00 New York or later (GEX_FLIP)");
    Holding young = opened(held(2, "4.20", "4.20"), MONDAY_NOON.minusSeconds(1_200));
    assertThat(text(USUAL, flipped.of(young)))
        .as("it was there before it was bought")
        .contains("gamma exposure as of 2026-11-23 11:40 New York or later (GEX_FLIP)");
  }

  @Test
  void days_and_hours_held_name_the_moment_at_which_they_sell() {
    ExitSettings days = with(List.of(), null, 2, null);
    ExitSettings far =
        new ExitSettings(
            num("500"),
            num("-90"),
            USUAL.gexMaxAge(),
            USUAL.timeExit(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            days.daysToExpiry(),
            Optional.empty());
    ExitQuestion evening = asked(1, "4", "4").at(Instant.parse("2026-11-23T21:00:00Z"));
    assertThat(text(far, evening.of(expiring(held(1, "4", "4"), "2026-11-26"))))
        .contains("2026-11-24 09:30 New York (DAYS_TO_EXPIRY)");
    assertThat(text(days, asked(1, "4", "4").of(expiring(held(1, "4", "4"), "2026-11-25"))))
        .contains("before 2026-11-23 09:30 New York");
    ExitSettings longest = with(List.of(), null, null, Duration.between(BOUGHT, MONDAY_NOON));
    assertThat(text(longest, asked(1, "4", "4").at(MONDAY_NOON.minusSeconds(60))))
        .contains("2026-11-23 12:00 New York (MAX_HOLDING)");
    assertThat(text(longest, asked(1, "4", "4").at(MONDAY_NOON.plusSeconds(60))))
        .contains("before 2026-11-23 12:00 New York");
    ExitSettings weeks = with(List.of(), null, null, Duration.ofDays(40));
    ExitSettings only =
        new ExitSettings(
            BigDecimal.valueOf(100_000),
            BigDecimal.valueOf(-100),
            Duration.ofHours(4),
            LocalTime.of(17, 0),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            weeks.maxHolding());
    assertThat(text(only, asked(1, "100", "100").of(held(1, "0.01", "5"))))
        .as("40 days after it was bought, 499 times what was paid is farther")
        .contains("2026-12-30 10:00 New York (MAX_HOLDING)");
    ExitSettings night =
        new ExitSettings(
            only.profitTarget(),
            only.stopLoss(),
            only.gexMaxAge(),
            only.timeExit(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Duration.ofDays(40).plusHours(12)));
    assertThat(text(night, asked(1, "100", "100").of(held(1, "0.01", "5"))))
        .as("in the night nothing is sold")
        .contains("2026-12-31 09:30 New York (MAX_HOLDING)");
    ExitSettings expiring =
        new ExitSettings(
            only.profitTarget(),
            only.stopLoss(),
            only.gexMaxAge(),
            only.timeExit(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.of(1),
            Optional.empty());
    assertThat(
            text(expiring, asked(1, "100", "100").of(expiring(held(1, "0.01", "5"), "2027-01-15"))))
        .contains("2027-01-14 09:30 New York (DAYS_TO_EXPIRY)");
  }

  @Test
  void limits_that_are_never_reached_name_no_moment() {
    ExitSettings never =
        new ExitSettings(
            num("50"),
            num("-30"),
            Duration.ofSeconds(Long.MAX_VALUE),
            LocalTime.of(17, 0),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.of(2_000_000_000),
            Optional.of(Duration.ofMinutes(2_000_000_000)));
    ExitQuestion flipped =
        asked(2, "4.20", "4.20")
            .exposed(List.of(reading(Direction.PUT, 90), reading(Direction.CALL, 90)));
    assertThat(text(never, flipped)).contains("gamma exposure CALL");
    assertThat(text(never, asked(2, "4.20", "4.20"))).contains("bid ≤ 2.94 (STOP_LOSS)");
    assertThat(
            text(
                never,
                asked(2, "4.20", "4.20").of(expiring(held(2, "4.20", "4.20"), "9999-12-31"))))
        .contains("before 2026-11-23 09:30 New York");
    ExitSettings far =
        new ExitSettings(
            never.profitTarget(),
            never.stopLoss(),
            never.gexMaxAge(),
            never.timeExit(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.of(2),
            never.maxHolding());
    ExitQuestion closed =
        asked(0, "4.20", "4.20").of(expiring(held(0, "4.20", "4.20"), "9999-12-31"));
    assertThat(text(far, closed)).as("no calendar knows these days").isEmpty();
  }

  @Test
  void nothing_is_a_price_as_well() {
    ExitQuestion weekend = asked(1, "0.01", "0.01").at(Instant.parse("2026-11-27T22:00:00Z"));
    assertThat(text(USUAL, weekend)).contains("bid ≤ 0.00 (STOP_LOSS)");
  }

  @Test
  void a_price_that_nobody_knows_is_what_is_missing() {
    Holding unknown = Holding.of(NVDA, Direction.CALL, 1, num("4.00"), Optional.empty(), BOUGHT);
    ExitQuestion never = new ExitQuestion(unknown, Optional.empty(), List.of(), MONDAY_NOON);
    assertThat(text(USUAL, never)).contains("fresh bid ≤ 2.80 (STOP_LOSS)");
    assertThat(
            text(
                USUAL, new ExitQuestion(unknown, Optional.of(num("5.50")), List.of(), MONDAY_NOON)))
        .contains("fresh bid ≥ 6.00 (PROFIT_TARGET)");
    assertThat(
            text(
                USUAL, new ExitQuestion(unknown, Optional.of(num("2.50")), List.of(), MONDAY_NOON)))
        .contains("fresh bid 2.50 (STOP_LOSS)");
  }

  @Test
  void on_an_options_last_day_nothing_comes_after_its_close() {
    OptionContract over = OptionContract.parse("SPX261218C04000000").orElseThrow();
    Holding index =
        new Holding(
            new Symbol("SPX"),
            Direction.CALL,
            1,
            num("100"),
            Optional.of(num("100")),
            BOUGHT,
            Optional.of(over.expiration()),
            Optional.empty(),
            0,
            Optional.of(over));
    ExitQuestion evening =
        new ExitQuestion(index, Optional.empty(), List.of(), Instant.parse("2026-12-17T22:00:00Z"));
    assertThat(text(USUAL, evening)).contains("bid ≤ 70.00 (STOP_LOSS)");
  }

  private static Optional<String> text(ExitSettings settings, ExitQuestion asked) {
    return ExitCounterfactual.of(asked, settings, CALENDAR).map(ExitCounterfactual::text);
  }

  private static ExitQuestion asked(int quantity, String entry, String price) {
    return new ExitQuestion(held(quantity, entry, price), Optional.empty(), List.of(), MONDAY_NOON);
  }

  private static ExitQuestion best(String entry, String price, String best) {
    return asked(1, entry, price).of(held(1, entry, price).atBest(num(best)));
  }

  private static Holding held(int quantity, String entry, String price) {
    return Holding.of(NVDA, Direction.CALL, quantity, num(entry), Optional.of(num(price)), BOUGHT);
  }

  private static Holding expiring(Holding held, String day) {
    return new Holding(
        held.symbol(),
        held.direction(),
        held.quantity(),
        held.entryPrice(),
        held.price(),
        held.openedAt(),
        Optional.of(LocalDate.parse(day)),
        held.bestPrice(),
        held.partialsTaken(),
        held.contract());
  }

  private static Holding opened(Holding held, Instant at) {
    return Holding.of(
        held.symbol(), held.direction(), held.quantity(), held.entryPrice(), held.price(), at);
  }

  /** A reading of half an hour ago. */
  private static GexReading reading(Direction side, int percent) {
    return new GexReading(
        NVDA, Optional.of(side), percent / 100.0, MONDAY_NOON.minus(Duration.ofMinutes(30)));
  }

  private static ExitSettings settings(String target, String stop, List<Partial> partials) {
    return new ExitSettings(
        num(target),
        num(stop),
        USUAL.gexMaxAge(),
        USUAL.timeExit(),
        Optional.empty(),
        partials,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static ExitSettings with(
      List<Partial> partials, Trailing trailing, Integer days, Duration longest) {
    return new ExitSettings(
        USUAL.profitTarget(),
        USUAL.stopLoss(),
        USUAL.gexMaxAge(),
        USUAL.timeExit(),
        Optional.empty(),
        partials,
        Optional.ofNullable(trailing),
        Optional.ofNullable(days),
        Optional.ofNullable(longest));
  }

  private static Partial part(String gain, String part) {
    return new Partial(num(gain), num(part));
  }

  private static BigDecimal num(String number) {
    return new BigDecimal(number);
  }
}
