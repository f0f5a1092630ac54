package io.strikewire.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.contract.Liquidity;
import io.strikewire.position.KillSwitch;
import io.strikewire.position.Market;
import io.strikewire.risk.RiskLimit;
import io.strikewire.risk.RiskLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryCounterfactualTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final RiskLimits.Use USE =
      new RiskLimits.Use(10, new BigDecimal("1000"), 3, new BigDecimal("-250.50"), 7);
  private static final EntryAsked ASKED = asked("4.00", "4.20", KillSwitch.Mode.ACTIVE, 10);
  private static final Liquidity LIQUIDITY =
      new Liquidity(new BigDecimal("40"), new BigDecimal("0.10"), Duration.ofMinutes(1));

  @Test
  void what_passes_needs_no_change() {
    assertThat(EntryCounterfactual.of(ASKED, gate(RiskLimit.OPEN_POSITIONS, "4"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CONTRACTS_PER_POSITION, 3, contracts ≤ 3",
    "CONTRACTS_PER_SYMBOL, 13, contracts held in the symbol ≤ 9",
    "TOTAL_EXPOSURE, 2600, ask ≤ 4.00",
    "TOTAL_EXPOSURE, 2260, contracts ≤ 3",
    "OPEN_POSITIONS, 3, open positions ≤ 2",
    "OPEN_POSITIONS, 1, open positions ≤ 0",
    "DAILY_LOSS, 250.49, loss today ≤ 250.49 USD",
    "ORDERS_PER_MINUTE, 7, orders in the last minute ≤ 6",
    "PRICE_COLLAR, 4, ask ≤ 4.16"
  })
  void each_limit_names_the_nearest_change(RiskLimit limit, String value, String text) {
    assertThat(text(ASKED, gate(limit, value))).contains(text);
  }

  @Test
  void of_several_changes_the_nearest_is_named() {
    EntryAsked deep = ASKED.using(USE.exposed(new BigDecimal("5000")));
    assertThat(text(deep, gate(RiskLimit.TOTAL_EXPOSURE, "6600")))
        .contains("open exposure ≤ 4920 USD");
    assertThat(text(ASKED, gate(RiskLimit.TOTAL_EXPOSURE, "2600"))).contains("ask ≤ 4.00");
  }

  @ParameterizedTest
  @CsvSource({"CONTRACTS_PER_POSITION, 0", "TOTAL_EXPOSURE, 1000", "TOTAL_EXPOSURE, 100"})
  void nothing_bought_or_paid_and_less_than_nothing_are_no_changes(RiskLimit limit, String value) {
    assertThat(text(ASKED, gate(limit, value))).isEmpty();
  }

  @Test
  void what_costs_nothing_and_what_no_premium_was_stated_for_are_asked_all_the_same() {
    EntryAsked free = asked("0.00", "0.00", KillSwitch.Mode.ACTIVE, 10);
    assertThat(text(free, gate(RiskLimit.CONTRACTS_PER_POSITION, "3"))).contains("contracts ≤ 3");
    EntryAsked unstated =
        new EntryAsked(
            ASKED.contracts(),
            ASKED.market(),
            Optional.of(BigDecimal.ZERO),
            ASKED.brake(),
            ASKED.use(),
            ASKED.now());
    assertThat(text(unstated, gate(RiskLimit.TOTAL_EXPOSURE, "2600"))).contains("ask ≤ 4.00");
  }

  @Test
  void where_every_spread_is_allowed_it_sets_no_price() {
    EntryGate wide =
        new EntryGate(
            gate(RiskLimit.TOTAL_EXPOSURE, "2600").limits(),
            new Liquidity(new BigDecimal("200"), new BigDecimal("0.10"), Duration.ofMinutes(1)));
    assertThat(text(ASKED, wide)).contains("ask ≤ 4.00");
  }

  @Test
  void the_brake_and_the_market_name_theirs() {
    EntryGate wide = gate(RiskLimit.OPEN_POSITIONS, "1000");
    assertThat(text(asked("4.00", "4.20", KillSwitch.Mode.REDUCING, 10), wide))
        .contains("kill switch released");
    assertThat(text(asked("4.00", "4.20", KillSwitch.Mode.ACTIVE, 61), wide))
        .contains("quote at most 60 s old");
    assertThat(text(asked("2.00", "4.20", KillSwitch.Mode.ACTIVE, 10), wide))
        .contains("ask ≤ 3.00");
  }

  @Test
  void two_things_in_its_way_have_no_single_change() {
    assertThat(
            text(
                asked("4.00", "4.20", KillSwitch.Mode.HALTED, 61),
                gate(RiskLimit.OPEN_POSITIONS, "1000")))
        .isEmpty();
  }

  private static EntryAsked asked(String bid, String ask, KillSwitch.Mode mode, int age) {
    return new EntryAsked(
        4,
        new Market(new BigDecimal(bid), new BigDecimal(ask), "QUOTE", NOW.minusSeconds(age)),
        Optional.of(new BigDecimal("4.00")),
        new KillSwitch.State(mode, "", NOW, ""),
        USE,
        NOW);
  }

  private static EntryGate gate(RiskLimit limit, String value) {
    return new EntryGate(
        new RiskLimits(BookSettingsFixture.usual().with(limit, value).limits()), LIQUIDITY);
  }

  private static Optional<String> text(EntryAsked asked, EntryGate gate) {
    return EntryCounterfactual.of(asked, gate).map(EntryCounterfactual::text);
  }
}
