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

class EntryCounterfactualLawsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

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

  private static Optional<String> text(EntryAsked asked, EntryGate gate) {
    return EntryCounterfactual.of(asked, gate).map(EntryCounterfactual::text);
  }
}
