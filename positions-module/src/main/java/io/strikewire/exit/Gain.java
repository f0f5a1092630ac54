package io.strikewire.exit;

import io.strikewire.option.OptionContract;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a price means for someone who paid another one. Comparisons are exact: they multiply instead
 * of dividing.
 *
 * @param entry USD per share paid, above zero
 * @param current USD per share now
 */
record Gain(BigDecimal entry, BigDecimal current) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The gain in percent of the entry, for reading; sixteen digits. */
  BigDecimal percent() {
    return current.subtract(entry).multiply(HUNDRED).divide(entry, MathContext.DECIMAL64);
  }

  /** Profit or loss of this many contracts in USD, exact. */
  BigDecimal usd(int contracts) {
    return current
        .subtract(entry)
        .multiply(BigDecimal.valueOf((long) contracts * OptionContract.MULTIPLIER));
  }

  boolean isAtLeast(BigDecimal percent) {
    return comparedTo(percent) >= 0;
  }

  boolean isAtMost(BigDecimal percent) {
    return comparedTo(percent) <= 0;
  }

  private int comparedTo(BigDecimal percent) {
    return current.subtract(entry).multiply(HUNDRED).compareTo(percent.multiply(entry));
  }
}
