package io.strikewire.exit;

import io.strikewire.exit.ExitSettings.Trailing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Other prices of a holding: those next to every bound at which a rule turns round. */
final class PriceChanges {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private final ExitQuestion asked;
  private final Holding holding;
  private final ExitSettings settings;

  PriceChanges(ExitQuestion asked, ExitSettings settings) {
    this.asked = asked;
    this.holding = asked.holding();
    this.settings = settings;
  }

  /** Another price now, or another best price until now; none where the price is unknown. */
  Stream<ExitCounterfactual> all() {
    return holding.price().isEmpty()
        ? Stream.empty()
        : Stream.concat(
            around(bounds()).map(price -> changed("bid", price)),
            settings.trailing().stream().flatMap(this::bests));
  }

  /** A fresh price where there was none. */
  Stream<ExitCounterfactual> missing() {
    List<BigDecimal> bounds = bounds();
    bounds.add(asked.knownPrice());
    return around(bounds).map(price -> changed("fresh bid", price));
  }

  private List<BigDecimal> bounds() {
    List<BigDecimal> bounds = new ArrayList<>();
    bounds.add(atGain(settings.profitTarget()));
    bounds.add(atGain(settings.stopLoss()));
    settings.partials().forEach(partial -> bounds.add(atGain(partial.gain())));
    settings
        .trailing()
        .flatMap(
            trailing ->
                holding
                    .bestPrice()
                    .map(best -> best.multiply(HUNDRED.subtract(trailing.fall())).movePointLeft(2)))
        .ifPresent(bounds::add);
    return bounds;
  }

  /** Best prices that arm the stop, or bring it up to the price. */
  private Stream<ExitCounterfactual> bests(Trailing trailing) {
    Optional<BigDecimal> best = holding.bestPrice();
    BigDecimal stopped =
        asked
            .knownPrice()
            .multiply(HUNDRED)
            .divide(HUNDRED.subtract(trailing.fall()), 2, RoundingMode.CEILING);
    return best.stream()
        .flatMap(
            known ->
                around(List.of(atGain(trailing.armedAt()), stopped))
                    .map(
                        other ->
                            new ExitCounterfactual(
                                compared("best price", other, known),
                                distance(other, known),
                                asked.of(holding.atBest(other)))));
  }

  private ExitCounterfactual changed(String what, BigDecimal price) {
    BigDecimal known = asked.knownPrice();
    return new ExitCounterfactual(
        compared(what, price, known), distance(price, known), asked.of(holding.priced(price)));
  }

  private BigDecimal distance(BigDecimal other, BigDecimal known) {
    return other.subtract(known).abs().divide(holding.entryPrice(), 12, RoundingMode.HALF_UP);
  }

  /** The price in USD per share at a gain in percent. */
  private BigDecimal atGain(BigDecimal percent) {
    return holding.entryPrice().multiply(HUNDRED.add(percent)).movePointLeft(2);
  }

  private static String compared(String what, BigDecimal other, BigDecimal known) {
    int side = other.compareTo(known);
    return what + (side == 0 ? " " : side > 0 ? " ≥ " : " ≤ ") + other.toPlainString();
  }

  /** The whole cents on both sides of each bound. */
  private static Stream<BigDecimal> around(List<BigDecimal> bounds) {
    TreeSet<BigDecimal> cents = new TreeSet<>();
    for (BigDecimal bound : bounds) {
      BigDecimal below = bound.setScale(2, RoundingMode.FLOOR);
      cents.add(below.subtract(CENT));
      cents.add(below);
      cents.add(below.add(CENT));
    }
    return cents.stream().filter(price -> price.signum() >= 0);
  }
}
