package io.strikewire.context;

import io.strikewire.market.Trend;
import io.strikewire.market.VolatilityRegime;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The values of a report as senders write them; empty for what is not accepted. */
final class ContextWords {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,2})?");
  private static final BigDecimal MOST_VIX = new BigDecimal(1000);
  private static final BigDecimal PRICE_BOUND = new BigDecimal("1e12");
  private static final double LOW_BELOW = 15;
  private static final double HIGH_ABOVE = 30;

  private ContextWords() {}

  static Optional<BigDecimal> price(String text) {
    return number(text).filter(p -> p.signum() > 0 && p.compareTo(PRICE_BOUND) < 0);
  }

  static Optional<Double> vix(String text) {
    return number(text)
        .filter(points -> points.signum() > 0 && points.compareTo(MOST_VIX) <= 0)
        .map(BigDecimal::doubleValue);
  }

  static Optional<VolatilityRegime> regime(String text) {
    return Optional.ofNullable(
        switch (word(text)) {
          case "LOW", "LOW_VOL", "LOW_VOLATILITY", "CALM" -> VolatilityRegime.LOW_VOL;
          case "NORMAL", "NORMAL_VOL", "MEDIUM", "MODERATE" -> VolatilityRegime.NORMAL;
          case "HIGH", "HIGH_VOL", "HIGH_VOLATILITY", "ELEVATED", "EXTREME" ->
              VolatilityRegime.HIGH_VOL;
          default -> null;
        });
  }

  /** The regime that goes with so many VIX points: below 15 low, above 30 high. */
  static VolatilityRegime regimeAt(double vix) {
    if (vix < LOW_BELOW) {
      return VolatilityRegime.LOW_VOL;
    }
    return vix > HIGH_ABOVE ? VolatilityRegime.HIGH_VOL : VolatilityRegime.NORMAL;
  }

  static Optional<Trend> trend(String text) {
    return Optional.ofNullable(
        switch (word(text)) {
          case "BULLISH" -> Trend.BULLISH;
          case "BEARISH" -> Trend.BEARISH;
          case "NEUTRAL" -> Trend.NEUTRAL;
          default -> null;
        });
  }

  static Optional<Double> bias(String text) {
    Optional<Double> named =
        trend(text)
            .map(
                trend ->
                    switch (trend) {
                      case BULLISH -> 1.0;
                      case BEARISH -> -1.0;
                      case NEUTRAL -> 0.0;
                    });
    return named.or(
        () ->
            number(text)
                .filter(n -> n.abs().compareTo(BigDecimal.ONE) <= 0)
                .map(BigDecimal::doubleValue));
  }

  private static Optional<BigDecimal> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  private static String word(String text) {
    return text.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }
}
