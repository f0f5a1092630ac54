package io.strikewire.decide;

import io.strikewire.market.VolatilityRegime;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many contracts: base × Kelly × regime × confluence × VIX × indicator, exactly, then at most
 * the largest position, and only then rounded down, once.
 *
 * @param kelly {@code 1 + confidence / 100 × fraction}
 * @param regime 1.2 in low volatility, 0.7 in high, else 1
 * @param confluence {@code 0.8 + 0.4 × confluence}
 * @param contracts the result; 0 when it is below the least size
 */
record Sizing(
    BigDecimal kelly,
    BigDecimal regime,
    BigDecimal confluence,
    BigDecimal vix,
    BigDecimal indicator,
    BigDecimal exact,
    int contracts) {

  static Sizing of(
      double confidence,
      VolatilityRegime volatility,
      double confluence,
      BigDecimal vix,
      BigDecimal indicator,
      DecisionSettings settings) {
    BigDecimal kelly =
        BigDecimal.valueOf(confidence)
            .movePointLeft(2)
            .multiply(settings.kellyFraction())
            .add(BigDecimal.ONE);
    BigDecimal regime =
        switch (volatility) {
          case LOW_VOL -> new BigDecimal("1.2");
          case HIGH_VOL -> new BigDecimal("0.7");
          case NORMAL -> BigDecimal.ONE;
        };
    BigDecimal agreement =
        BigDecimal.valueOf(confluence).multiply(new BigDecimal("0.4")).add(new BigDecimal("0.8"));
    BigDecimal exact =
        BigDecimal.valueOf(settings.baseSize())
            .multiply(kelly)
            .multiply(regime)
            .multiply(agreement)
            .multiply(vix)
            .multiply(indicator);
    int contracts =
        exact
            .min(BigDecimal.valueOf(settings.maxSize()))
            .setScale(0, RoundingMode.FLOOR)
            .intValueExact();
    return new Sizing(
        kelly,
        regime,
        agreement,
        vix,
        indicator,
        exact,
        contracts < settings.minSize() ? 0 : contracts);
  }
}
