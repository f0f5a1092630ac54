package io.strikewire.exit;

import static io.strikewire.exit.UsualExits.MONDAY_NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.strikewire.calendar.NyseCalendar;
import io.strikewire.exit.ExitSettings.Partial;
import io.strikewire.exit.ExitSettings.Trailing;
import io.strikewire.expiry.Expiry;
import io.strikewire.gex.GexReading;
import io.strikewire.option.OptionContract;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitGroundsTest {

  private static final ExitSettings EVERY_RULE =
      new ExitSettings(
          BigDecimal.valueOf(50),
          BigDecimal.valueOf(-30),
          Duration.ofHours(4),
          LocalTime.of(15, 30, 15),
          Optional.of(Duration.ofMinutes(15)),
          List.of(
              new Partial(BigDecimal.valueOf(25), new BigDecimal("0.5")),
              new Partial(BigDecimal.valueOf(40), new BigDecimal("0.25"))),
          Optional.of(new Trailing(BigDecimal.valueOf(20), BigDecimal.valueOf(15))),
          Optional.of(2),
          Optional.of(Duration.ofHours(260)));
  private static final OptionContract CALL = contract("SPY261218C00500000");

  @Test
  void every_kind_is_kept_and_answers() {
    assertKept(new ExitGrounds.Wish("operator"), "not asked for by operator");
    assertKept(
        new ExitGrounds.BoughtLate("SIGNAL"), "executed before its order was withdrawn for SIGNAL");
    assertKept(
        new ExitGrounds.Settled(new BigDecimal("512.30")), "settlement price < 500.01 (EXPIRED)");
    assertKept(new ExitGrounds.Unsettled(), "a settlement price of SPY for 2026-12-18");
    assertKept(new ExitGrounds.NotKept(), "unknown: what it was decided on was not kept");
  }

  @Test
  void all_that_the_rules_looked_at_is_kept_under_names() {
    ExitGrounds all = new ExitGrounds.Rules(everything(), EVERY_RULE);
    assertThat(all.facts())
        .containsExactly(
            entry("grounds", "RULES"),
            entry("now", "2026-11-23T17:00:00Z"),
            entry("symbol", "SPX"),
            entry("side", "PUT"),
            entry("open", "3"),
            entry("entryPrice", "4.2050"),
            entry("bid", "0"),
            entry("lastBid", "0.05"),
            entry("bestPrice", "5.10"),
            entry("partsTaken", "1"),
            entry("openedAt", "2026-11-20T15:00:00.123456Z"),
            entry("expiration", "2026-12-18"),
            entry("contract", "SPXW261218P04000000"),
            entry("exposureAsOf", "2026-11-23T16:59:00Z"),
            entry("exposureStrength", "0.1"),
            entry("earlierExposureAsOf", "2026-11-23T15:59:00Z"),
            entry("earlierExposureStrength", "0.7"),
            entry("earlierExposureSide", "PUT"),
            entry("profitTarget", "50"),
            entry("stopLoss", "-30"),
            entry("exposureMaxAge", "PT4H"),
            entry("timeExit", "15:30:15"),
            entry("beforeEarlyClose", "PT15M"),
            entry("partials", "25:0.5,40:0.25"),
            entry("trailing", "20:15"),
            entry("daysToExpiry", "2"),
            entry("maxHolding", "PT260H"));
    assertThat(ExitGrounds.kept(all.facts())).isEqualTo(all);
    assertThat(all.counterfactual(CALL, new NyseCalendar())).isEqualTo("bid ≥ 4.09");
  }

  @Test
  void what_was_not_there_has_no_name() {
    ExitGrounds least =
        new ExitGrounds.Rules(
            new ExitQuestion(
                Holding.of(
                    new Symbol("SPY"),
                    Direction.CALL,
                    0,
                    BigDecimal.ONE,
                    Optional.empty(),
                    MONDAY_NOON),
                Optional.empty(),
                List.of(),
                MONDAY_NOON),
            ExitSettings.of(BigDecimal.TEN, BigDecimal.ZERO, Duration.ZERO, LocalTime.NOON));
    assertThat(least.facts().keySet())
        .containsExactly(
            "grounds",
            "now",
            "symbol",
            "side",
            "open",
            "entryPrice",
            "partsTaken",
            "openedAt",
            "profitTarget",
            "stopLoss",
            "exposureMaxAge",
            "timeExit");
    assertThat(ExitGrounds.kept(least.facts())).isEqualTo(least);
    assertThat(least.counterfactual(CALL, new NyseCalendar()))
        .as("nothing is open, and nobody knows the price")
        .startsWith("none: ");
  }

  private static ExitQuestion everything() {
    OptionContract contract = contract("SPXW261218P04000000");
    return new ExitQuestion(
        new Holding(
            new Symbol("SPX"),
            Direction.PUT,
            3,
            new BigDecimal("4.2050"),
            Optional.of(BigDecimal.ZERO),
            Instant.parse("2026-11-20T15:00:00.123456Z"),
            Optional.of(contract.expiration()),
            Optional.of(new BigDecimal("5.10")),
            1,
            Optional.of(contract)),
        Optional.of(new BigDecimal("0.05")),
        List.of(
            new GexReading(new Symbol("SPX"), Optional.empty(), 0.1, MONDAY_NOON.minusSeconds(60)),
            new GexReading(
                new Symbol("SPX"),
                Optional.of(Direction.PUT),
                0.7,
                MONDAY_NOON.minusSeconds(3_660))),
        MONDAY_NOON);
  }

  @Test
  void what_was_not_kept_whole_counts_as_not_kept() {
    assertThat(ExitGrounds.kept(Map.of())).isEqualTo(new ExitGrounds.NotKept());
    assertThat(ExitGrounds.kept(Map.of("grounds", "RULES"))).isEqualTo(new ExitGrounds.NotKept());
    assertThat(ExitGrounds.kept(Map.of("grounds", "SETTLED"))).isEqualTo(new ExitGrounds.NotKept());
    assertThat(ExitGrounds.kept(Map.of("grounds", "of another release", "by", "x")))
        .isEqualTo(new ExitGrounds.NotKept());
    assertThat(ExitGrounds.kept(Map.of("grounds", "WISH")))
        .isEqualTo(new ExitGrounds.Wish("nobody named"));
  }

  @ParameterizedTest
  @CsvSource({
    "SPY261218C00500000, 500.01, settlement price < 500.01 (EXPIRED)",
    "SPY261218C00500000, 500.0099, settlement price ≥ 500.01 (EXERCISED)",
    "SPY261218P00500000, 499.99, settlement price > 499.99 (EXPIRED)",
    "SPY261218P00500000, 510, settlement price ≤ 499.99 (EXERCISED)",
    "SPY261218P00000005, 510, none: no settlement price is that low",
    "SPY261218P00000010, 510, settlement price ≤ 0 (EXERCISED)"
  })
  void an_end_names_the_settlement_price_of_the_other_end(
      String occSymbol, BigDecimal price, String text) {
    assertThat(Expiry.otherwise(contract(occSymbol), price)).isEqualTo(text);
  }

  private static void assertKept(ExitGrounds grounds, String text) {
    assertThat(ExitGrounds.kept(grounds.facts())).isEqualTo(grounds);
    assertThat(grounds.counterfactual(CALL, new NyseCalendar())).isEqualTo(text);
  }

  private static OptionContract contract(String occSymbol) {
    return OptionContract.parse(occSymbol).orElseThrow();
  }
}
