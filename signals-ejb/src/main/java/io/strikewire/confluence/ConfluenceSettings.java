package io.strikewire.confluence;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much each source's word counts.
 *
 * @param millionthsBySource weight of a source, upper case, in millionths; 0 switches it off
 * @param defaultMillionths weight of a source that is not listed
 * @param horizon how long a signal counts; empty when the signals to compare with were chosen
 *     already
 */
public record ConfluenceSettings(
    Map<String, Long> millionthsBySource, long defaultMillionths, Optional<Duration> horizon) {

  private static final int MILLION_DIGITS = 6;

  /** The weights of those who name none. */
  public static final Map<String, BigDecimal> DEFAULT_WEIGHTS =
      Map.of(
          "TRADINGVIEW", BigDecimal.ONE,
          "MTF", new BigDecimal("0.85"),
          "GEX", new BigDecimal("0.9"),
          "MANUAL", new BigDecimal("0.7"));

  /** The weight of a source that nobody named. */
  public static final BigDecimal DEFAULT_WEIGHT = new BigDecimal("0.5");

  public ConfluenceSettings {
    millionthsBySource = Map.copyOf(millionthsBySource);
  }

  /**
   * Weights as decimals.
   *
   * @throws IllegalArgumentException if one is negative or finer than a millionth
   */
  public static ConfluenceSettings of(
      Map<String, BigDecimal> weights, BigDecimal defaultWeight, Optional<Duration> horizon) {
    Map<String, Long> millionths = new HashMap<>();
    weights.forEach((source, weight) -> millionths.put(source, millionths(weight)));
    return new ConfluenceSettings(millionths, millionths(defaultWeight), horizon);
  }

  private static long millionths(BigDecimal weight) {
    try {
      long millionths = weight.movePointRight(MILLION_DIGITS).longValueExact();
      if (millionths >= 0 && millionths <= 1_000_000_000L) {
        return millionths;
      }
    } catch (ArithmeticException tooFine) {
      throw refused(weight);
    }
    throw refused(weight);
  }

  private static IllegalArgumentException refused(BigDecimal weight) {
    return new IllegalArgumentException(
        "a weight is 0 to 1000 in millionths at the finest, was " + weight);
  }

  /** A source's weight in millionths. */
  long weightOf(String source) {
    return millionthsBySource.getOrDefault(source, defaultMillionths);
  }
}
