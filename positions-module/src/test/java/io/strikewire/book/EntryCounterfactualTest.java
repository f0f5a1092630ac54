package io.strikewire.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.contract.Liquidity;
import io.strikewire.payload.Payload;
import io.strikewire.position.KillSwitch;
import io.strikewire.position.Market;
import io.strikewire.risk.RiskLimit;
import io.strikewire.risk.RiskLimits;
import io.strikewire.whatif.Facts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
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
    "OPEN_POSITIONS, 3, open positions ≤ 2",
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

  @Property(tries = 2000)
  void applying_a_counterfactual_lets_the_entry_through(
      @ForAll("questions") EntryAsked asked, @ForAll("gates") EntryGate gate) {
    boolean refused = gate.judge(asked).refusal().isPresent();
    Optional<EntryCounterfactual> change = EntryCounterfactual.of(asked, gate);
    Statistics.collect(refused, change.isPresent());
    assertThat(change.isPresent() && !refused).isFalse();
    change.ifPresent(
        found -> assertThat(gate.judge(found.changed()).refusal()).as(found.text()).isEmpty());
  }

  @Property(tries = 1000)
  void what_a_refusal_keeps_is_the_whole_question(
      @ForAll("questions") EntryAsked asked, @ForAll("gates") EntryGate gate) {
    Facts kept = new Facts("book", read(EntryFacts.of(asked, gate.limits())));
    EntryGate again = new EntryGate(EntryFacts.limits(kept), gate.liquidity());
    assertThat(again.limits()).isEqualTo(gate.limits());
    assertThat(again.judge(EntryFacts.asked(kept)).refusal())
        .isEqualTo(gate.judge(asked).refusal());
    assertThat(EntryCounterfactual.of(EntryFacts.asked(kept), again).map(EntryCounterfactual::text))
        .isEqualTo(text(asked, gate));
  }

  /** Facts as they come back from their JSON: every number is a decimal. */
  private static Payload read(Map<String, Object> facts) {
    Map<String, Object> fields = new LinkedHashMap<>();
    facts.forEach(
        (name, value) -> {
          if (value instanceof Integer number) {
            fields.put(name, BigDecimal.valueOf(number));
          } else if (value instanceof Map<?, ?> nested) {
            Map<String, Object> limits = new LinkedHashMap<>();
            nested.forEach((label, limit) -> limits.put((String) label, limit));
            fields.put(name, Payload.of(limits));
          } else {
            fields.put(name, value);
          }
        });
    return Payload.of(fields);
  }

  @Provide
  Arbitrary<EntryAsked> questions() {
    Arbitrary<BigDecimal> cents =
        Arbitraries.bigDecimals().between(new BigDecimal("0.01"), new BigDecimal("20")).ofScale(2);
    Arbitrary<RiskLimits.Use> uses =
        Combinators.combine(
                Arbitraries.integers().between(0, 30),
                Arbitraries.bigDecimals()
                    .between(BigDecimal.ZERO, new BigDecimal("9000"))
                    .ofScale(2),
                Arbitraries.integers().between(0, 12),
                Arbitraries.bigDecimals()
                    .between(new BigDecimal("-1500"), new BigDecimal("1500"))
                    .ofScale(2),
                Arbitraries.integers().between(0, 30))
            .as(RiskLimits.Use::new);
    return Combinators.combine(
            Arbitraries.integers().between(1, 20),
            cents,
            Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("1.5")).ofScale(4),
            Arbitraries.of("QUOTE", "QUOTE", "MODEL", "PREMIUM"),
            Arbitraries.integers().between(0, 70),
            cents.optional(),
            Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(KillSwitch.Mode.ACTIVE)),
                Tuple.of(1, Arbitraries.of(KillSwitch.Mode.values()))),
            uses)
        .as(
            (contracts, bid, spread, basis, age, stated, mode, use) ->
                new EntryAsked(
                    contracts,
                    new Market(bid, bid.add(spread), basis, NOW.minusSeconds(age)),
                    stated,
                    new KillSwitch.State(mode, "", NOW, ""),
                    use,
                    NOW));
  }

  @Provide
  Arbitrary<EntryGate> gates() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 20),
            Arbitraries.integers().between(1, 40),
            Arbitraries.integers().between(100, 12_000),
            Arbitraries.integers().between(1, 12),
            Arbitraries.integers().between(1, 1500),
            Arbitraries.integers().between(1, 30),
            Arbitraries.integers().between(0, 200),
            Arbitraries.integers().between(1, 250))
        .as(
            (size, symbol, exposure, open, loss, orders, collar, spread) -> {
              Map<RiskLimit, BigDecimal> limits = new EnumMap<>(RiskLimit.class);
              limits.put(RiskLimit.CONTRACTS_PER_POSITION, BigDecimal.valueOf(size));
              limits.put(RiskLimit.CONTRACTS_PER_SYMBOL, BigDecimal.valueOf(symbol));
              limits.put(RiskLimit.TOTAL_EXPOSURE, BigDecimal.valueOf(exposure));
              limits.put(RiskLimit.OPEN_POSITIONS, BigDecimal.valueOf(open));
              limits.put(RiskLimit.DAILY_LOSS, BigDecimal.valueOf(loss));
              limits.put(RiskLimit.ORDERS_PER_MINUTE, BigDecimal.valueOf(orders));
              limits.put(RiskLimit.PRICE_COLLAR, BigDecimal.valueOf(collar));
              return new EntryGate(
                  new RiskLimits(limits),
                  new Liquidity(
                      BigDecimal.valueOf(spread), new BigDecimal("0.10"), Duration.ofMinutes(1)));
            });
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
