package io.strikewire.decide;

import io.strikewire.confluence.Ratio;
import io.strikewire.decide.DecisionSettings.SizeSettings;
import io.strikewire.market.VolatilityRegime;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Contracts: base size times every multiplier, clamped, rounded down once. The product is computed
 * in doubles; where it comes so near to a whole number that rounding could decide, it is computed
 * again in exact decimals.
 *
 * @param kelly {@code 1 + confidence / 100 × fraction}
 * @param regime 1.2 in low volatility, 0.7 in high, else 1
 * @param confluence {@code 0.8 + 0.4 × confluence}
 * @param vix factor of a nervous market
 * @param indicator factor of the indicator's own quality
 * @param afterConfluence whole contracts before the last two factors; 0 when below the least size
 * @param contracts the result before the position limit; it may be below the least size
 */
record Sizing(
    double base,
    double kelly,
    double regime,
    double confluence,
    double vix,
    double indicator,
    int afterConfluence,
    int contracts) {

  /** Far wider than the error of seven products of doubles, far narrower than what sizes need. */
  private static final double DOUBT = 1e-9;

  private static final BigDecimal FOUR_FIFTHS = new BigDecimal("0.8");
  private static final BigDecimal TWO_FIFTHS = new BigDecimal("0.4");

  static Sizing of(
      double confidence,
      Supplier<BigDecimal> exactConfidence,
      VolatilityRegime volatility,
      Ratio agreement,
      double vix,
      double indicator,
      SizeSettings settings) {
    double kelly = 1 + confidence / 100 * settings.kellyFraction();
    double regime = regime(volatility);
    double confluence = 0.8 + 0.4 * agreement.value();
    double product = settings.base() * kelly * regime * confluence;
    Supplier<Exact> exactly =
        () -> Exact.of(exactConfidence.get(), volatility, agreement, 1, 1, settings);
    int after = isBelow(product, settings, exactly) ? 0 : whole(product, settings.max(), exactly);
    int contracts =
        vix == 1 && indicator == 1
            ? whole(product, settings.max(), exactly)
            : whole(
                product * vix * indicator,
                settings.max(),
                () ->
                    Exact.of(
                        exactConfidence.get(), volatility, agreement, vix, indicator, settings));
    return new Sizing(settings.base(), kelly, regime, confluence, vix, indicator, after, contracts);
  }

  /** The running product and its factors, up to the first whole size. */
  Map<String, Object> steps() {
    Map<String, Object> steps = new LinkedHashMap<>();
    steps.put("baseSize", base);
    steps.put("kellyMultiplier", kelly);
    steps.put("regimeMultiplier", regime);
    steps.put("confluenceMultiplier", confluence);
    steps.put("afterBase", base);
    steps.put("afterKelly", base * kelly);
    steps.put("afterRegime", base * kelly * regime);
    steps.put("afterConfluence", base * kelly * regime * confluence);
    steps.put("finalSize", afterConfluence);
    return steps;
  }

  private static double regime(VolatilityRegime volatility) {
    return switch (volatility) {
      case LOW_VOL -> 1.2;
      case HIGH_VOL -> 0.7;
      case NORMAL -> 1;
    };
  }

  private static int whole(double product, double max, Supplier<Exact> exact) {
    double most = Math.floor(max);
    double nearest = Math.rint(product);
    if (!near(product, nearest)) {
      return (int) Math.min(most, Math.floor(product));
    }
    return (int) Math.min(most, exact.get().isAtLeast((long) nearest) ? nearest : nearest - 1);
  }

  private static boolean isBelow(double product, SizeSettings settings, Supplier<Exact> exact) {
    double capped = Math.min(product, settings.max());
    return near(capped, settings.min()) ? exact.get().isBelow(settings) : capped < settings.min();
  }

  private static boolean near(double product, double limit) {
    return Math.abs(product - limit) <= DOUBT * Math.max(1, product);
  }

  /**
   * The product as a fraction.
   *
   * @param numerator everything that is multiplied
   * @param denominator of the confluence
   */
  record Exact(BigDecimal numerator, BigDecimal denominator) {

    static Exact of(
        BigDecimal confidence,
        VolatilityRegime volatility,
        Ratio agreement,
        double vix,
        double indicator,
        SizeSettings settings) {
      Ratio reduced = agreement.reduced();
      BigDecimal denominator = BigDecimal.valueOf(reduced.denominator());
      BigDecimal numerator =
          confidence
              .movePointLeft(2)
              .multiply(Decimals.of(settings.kellyFraction()))
              .add(BigDecimal.ONE)
              .multiply(Decimals.of(settings.base()));
      numerator = times(numerator, regime(volatility));
      numerator = times(numerator, vix);
      numerator = times(numerator, indicator);
      BigDecimal confluence =
          denominator
              .multiply(FOUR_FIFTHS)
              .add(BigDecimal.valueOf(reduced.numerator()).multiply(TWO_FIFTHS));
      return new Exact(numerator.multiply(confluence), denominator);
    }

    private static BigDecimal times(BigDecimal product, double factor) {
      return factor == 1 ? product : product.multiply(Decimals.of(factor));
    }

    boolean isAtLeast(long contracts) {
      return numerator.compareTo(BigDecimal.valueOf(contracts).multiply(denominator)) >= 0;
    }

    boolean isBelow(SizeSettings settings) {
      BigDecimal least = Decimals.of(settings.min());
      return Decimals.of(settings.max()).compareTo(least) < 0
          || numerator.compareTo(least.multiply(denominator)) < 0;
    }

    /** For reading: exact where the decimals end, else sixteen digits. */
    BigDecimal value() {
      BigDecimal value = numerator.divide(denominator, MathContext.DECIMAL64);
      BigDecimal stripped = value.stripTrailingZeros();
      return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
  }
}
