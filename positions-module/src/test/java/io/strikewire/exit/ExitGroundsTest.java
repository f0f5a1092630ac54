package io.strikewire.exit;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.calendar.NyseCalendar;
import io.strikewire.expiry.Expiry;
import io.strikewire.option.OptionContract;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitGroundsTest {

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
