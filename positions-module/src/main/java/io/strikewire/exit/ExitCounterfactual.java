package io.strikewire.exit;

import io.strikewire.exit.ExitDecision.Exit;
import io.strikewire.exit.ExitDecision.NoPrice;
import io.strikewire.market.TradingCalendar;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The smallest single change that turns the decision on a holding round: from keeping to selling,
 * or from selling to keeping, whichever rule takes over. What was bought and for how much stays;
 * the market, the clock, and what was sold of it may differ. Where nobody knows the price, it is
 * the price that is missing.
 *
 * <p>Changes are measured so that they can be compared: a price as a part of what was paid, time as
 * a part of a day, gamma exposure that turns by its strength, contracts as a part of those open,
 * parts taken as a part of all parts. Prices change in whole cents.
 *
 * @param text what would have had to be so, {@code bid ≥ 6.30 (PROFIT_TARGET)}; the rule that would
 *     sell stands behind it
 * @param distance how far that is: 0 is nothing
 * @param changed the question with this one change
 */
public record ExitCounterfactual(String text, BigDecimal distance, ExitQuestion changed) {

  /** The nearest change; empty when no single one turns the decision round. */
  public static Optional<ExitCounterfactual> of(
      ExitQuestion asked, ExitSettings settings, TradingCalendar calendar) {
    ExitPolicy policy = new ExitPolicy(settings, calendar);
    ExitDecision made = policy.decide(asked);
    boolean sold = made instanceof Exit;
    PriceChanges prices = new PriceChanges(asked, settings);
    Stream<ExitCounterfactual> changes =
        made instanceof NoPrice
            ? prices.missing()
            : Stream.of(
                    prices.all(),
                    new PartChanges(asked, settings).all(),
                    new ExposureChanges(asked, settings).all(),
                    new ClockChanges(asked, settings, policy).all(sold))
                .flatMap(kind -> kind);
    List<ExitCounterfactual> nearestFirst =
        changes.sorted(Comparator.comparing(ExitCounterfactual::distance)).toList();
    for (ExitCounterfactual change : nearestFirst) {
      ExitDecision other = policy.decide(change.changed());
      if (other instanceof Exit exit && !sold) {
        return Optional.of(change.firing(exit.reason()));
      }
      if (sold && !(other instanceof Exit)) {
        return Optional.of(change);
      }
    }
    return Optional.empty();
  }

  private ExitCounterfactual firing(ExitReason reason) {
    return new ExitCounterfactual(text + " (" + reason + ')', distance, changed);
  }
}
