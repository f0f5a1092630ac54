package io.strikewire.confluence;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction of two whole numbers.
 *
 * @param numerator any
 * @param denominator above 0
 */
public record Ratio(long numerator, long denominator) {

  /** One half. */
  public static final Ratio HALF = new Ratio(1, 2);

  public Ratio {
    if (denominator <= 0) {
      throw new IllegalArgumentException(
          "a ratio is to a number above 0, was " + numerator + '/' + denominator);
    }
  }

  /**
   * The fraction that a decimal is.
   *
   * @throws IllegalArgumentException if it has more than 18 digits
   */
  public static Ratio of(BigDecimal decimal) {
    BigDecimal plain = decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    BigInteger unscaled = plain.unscaledValue();
    if (unscaled.bitLength() > 62 || plain.scale() > 18) {
      throw new IllegalArgumentException("a decimal of at most 18 digits, was " + decimal);
    }
    return new Ratio(unscaled.longValueExact(), BigInteger.TEN.pow(plain.scale()).longValueExact());
  }

  /** The nearest double. */
  public double value() {
    return (double) numerator / denominator;
  }

  /** The least decimal of twelve places that is not below it. */
  public BigDecimal roundedUp() {
    return BigDecimal.valueOf(numerator)
        .divide(BigDecimal.valueOf(denominator), 12, RoundingMode.CEILING)
        .stripTrailingZeros();
  }

  /** Whether it is at least {@code other}; exact. */
  public boolean isAtLeast(Ratio other) {
    long high = Math.multiplyHigh(numerator, other.denominator);
    long otherHigh = Math.multiplyHigh(other.numerator, denominator);
    return high == otherHigh
        ? Long.compareUnsigned(numerator * other.denominator, other.numerator * denominator) >= 0
        : high > otherHigh;
  }

  /** The same fraction in its lowest terms. */
  public Ratio reduced() {
    long one = Math.abs(numerator);
    long other = denominator;
    while (one != 0) {
      long rest = other % one;
      other = one;
      one = rest;
    }
    return other == 1 ? this : new Ratio(numerator / other, denominator / other);
  }
}
