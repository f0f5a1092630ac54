package io.strikewire.book;

import io.strikewire.option.OptionContract;
import io.strikewire.risk.RiskLimit;
import io.strikewire.risk.RiskLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The smallest single change with which the book would have let an entry through.
 *
 * @param text what would have had to be so, {@code contracts ≤ 3}
 * @param distance how far that is, as a part of what was there: 0 is nothing, 1 all of it
 * @param changed the question with this one change
 */
public record EntryCounterfactual(String text, BigDecimal distance, EntryAsked changed) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TWO_HUNDRED = BigDecimal.valueOf(200);

  /** The nearest change; empty when it passes anyway or more than one thing is in its way. */
  public static Optional<EntryCounterfactual> of(EntryAsked asked, EntryGate gate) {
    if (gate.judge(asked).refusal().isEmpty()) {
      return Optional.empty();
    }
    List<EntryCounterfactual> changes = new ArrayList<>();
    changes.add(new EntryCounterfactual("kill switch released", BigDecimal.ONE, asked.released()));
    changes.add(
        new EntryCounterfactual(
            "quote at most " + gate.liquidity().maxAge().toSeconds() + " s old",
            BigDecimal.ONE,
            asked.quoted(gate.liquidity().maxAge())));
    fewer(asked, gate.limits()).ifPresent(changes::add);
    cheaper(asked, gate).ifPresent(changes::add);
    lessInUse(asked, gate.limits()).forEach(changes::add);
    return changes.stream()
        .filter(change -> gate.judge(change.changed()).refusal().isEmpty())
        .min(Comparator.comparing(EntryCounterfactual::distance));
  }

  private static Optional<EntryCounterfactual> fewer(EntryAsked asked, RiskLimits limits) {
    BigDecimal one = asked.market().ask().multiply(BigDecimal.valueOf(OptionContract.MULTIPLIER));
    BigDecimal most =
        limit(limits, RiskLimit.CONTRACTS_PER_POSITION)
            .min(
                limit(limits, RiskLimit.CONTRACTS_PER_SYMBOL)
                    .subtract(BigDecimal.valueOf(asked.use().contractsInSymbol())));
    if (one.signum() > 0) {
      most =
          most.min(
              limit(limits, RiskLimit.TOTAL_EXPOSURE)
                  .subtract(asked.use().exposure())
                  .divide(one, 0, RoundingMode.FLOOR));
    }
    BigDecimal contracts = most.setScale(0, RoundingMode.FLOOR);
    BigDecimal now = BigDecimal.valueOf(asked.contracts());
    return contracts.signum() > 0 && contracts.compareTo(now) < 0
        ? Optional.of(
            new EntryCounterfactual(
                "contracts ≤ " + contracts.toPlainString(),
                part(now.subtract(contracts), now),
                asked.of(contracts.intValueExact())))
        : Optional.empty();
  }

  /** In whole cents, by whichever of spread, collar and exposure allows the least. */
  private static Optional<EntryCounterfactual> cheaper(EntryAsked asked, EntryGate gate) {
    BigDecimal ask = asked.market().ask();
    BigDecimal most = ask.min(dearestBySpread(asked, gate));
    most =
        most.min(
            limit(gate.limits(), RiskLimit.TOTAL_EXPOSURE)
                .subtract(asked.use().exposure())
                .divide(shares(asked), 4, RoundingMode.FLOOR));
    BigDecimal collar = limit(gate.limits(), RiskLimit.PRICE_COLLAR);
    if (asked.stated().filter(stated -> stated.signum() > 0).isPresent()) {
      most =
          most.min(
              asked
                  .stated()
                  .get()
                  .multiply(HUNDRED.add(collar))
                  .divide(HUNDRED, 4, RoundingMode.FLOOR));
    }
    BigDecimal dearest = most.setScale(2, RoundingMode.FLOOR);
    return dearest.signum() > 0 && dearest.compareTo(ask) < 0
        ? Optional.of(
            new EntryCounterfactual(
                "ask ≤ " + dearest.toPlainString(),
                part(ask.subtract(dearest), ask),
                asked.at(dearest)))
        : Optional.empty();
  }

  /** {@code ask - bid ≤ percent / 100 × (ask + bid) / 2}, solved for the ask. */
  private static BigDecimal dearestBySpread(EntryAsked asked, EntryGate gate) {
    BigDecimal bid = asked.market().bid();
    BigDecimal percent = gate.liquidity().maxSpreadPercent();
    if (!asked.market().basis().equals("QUOTE") || percent.compareTo(TWO_HUNDRED) >= 0) {
      return asked.market().ask();
    }
    return bid.multiply(TWO_HUNDRED.add(percent))
        .divide(TWO_HUNDRED.subtract(percent), 4, RoundingMode.FLOOR)
        .max(bid.add(gate.liquidity().minSpread()));
  }

  private static Stream<EntryCounterfactual> lessInUse(EntryAsked asked, RiskLimits limits) {
    RiskLimits.Use use = asked.use();
    BigDecimal contracts = BigDecimal.valueOf(asked.contracts());
    return Stream.of(
            new Bound(
                "contracts held in the symbol ≤ %s",
                BigDecimal.valueOf(use.contractsInSymbol()),
                whole(limit(limits, RiskLimit.CONTRACTS_PER_SYMBOL).subtract(contracts)),
                held -> use.inSymbol(held.intValueExact())),
            new Bound(
                "open positions ≤ %s",
                BigDecimal.valueOf(use.positions()),
                whole(limit(limits, RiskLimit.OPEN_POSITIONS).subtract(BigDecimal.ONE)),
                open -> use.open(open.intValueExact())),
            new Bound(
                "orders in the last minute ≤ %s",
                BigDecimal.valueOf(use.ordersInLastMinute()),
                whole(limit(limits, RiskLimit.ORDERS_PER_MINUTE).subtract(BigDecimal.ONE)),
                sent -> use.ordered(sent.intValueExact())),
            new Bound(
                "open exposure ≤ %s USD",
                use.exposure(),
                limit(limits, RiskLimit.TOTAL_EXPOSURE)
                    .subtract(shares(asked).multiply(asked.market().ask())),
                use::exposed),
            new Bound(
                "loss today ≤ %s USD",
                use.profitToday().negate(),
                limit(limits, RiskLimit.DAILY_LOSS),
                loss -> use.earned(loss.negate())))
        .filter(Bound::isReachable)
        .map(bound -> bound.kept(asked));
  }

  /**
   * A use of the limits that could have been smaller.
   *
   * @param text with a place for the bound
   * @param now what it was
   * @param most what it might have been
   * @param changed the use with that
   */
  private record Bound(
      String text, BigDecimal now, BigDecimal most, Function<BigDecimal, RiskLimits.Use> changed) {

    boolean isReachable() {
      return most.signum() >= 0 && most.compareTo(now) < 0;
    }

    EntryCounterfactual kept(EntryAsked asked) {
      return new EntryCounterfactual(
          text.formatted(most.stripTrailingZeros().toPlainString()),
          part(now.subtract(most), now),
          asked.using(changed.apply(most)));
    }
  }

  private static BigDecimal whole(BigDecimal bound) {
    return bound.setScale(0, RoundingMode.FLOOR);
  }

  private static BigDecimal shares(EntryAsked asked) {
    return BigDecimal.valueOf((long) asked.contracts() * OptionContract.MULTIPLIER);
  }

  private static BigDecimal limit(RiskLimits limits, RiskLimit limit) {
    return limits.limits().get(limit);
  }

  private static BigDecimal part(BigDecimal change, BigDecimal of) {
    return change.divide(of, 6, RoundingMode.HALF_UP);
  }
}
