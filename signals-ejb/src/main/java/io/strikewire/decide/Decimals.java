package io.strikewire.decide;

import java.math.BigDecimal;

/** Doubles as the decimals that they were written as. */
final class Decimals {

  private static final int DIGITS = 6;
  private static final double SCALE = 1e6;
  private static final double EXACT_UP_TO = 1e9;

  private Decimals() {}

  /**
   * The shortest decimal that reads as this double. Most are whole or have few decimals; for those
   * this does not go by way of text.
   */
  static BigDecimal of(double asWritten) {
    if (Math.abs(asWritten) < EXACT_UP_TO) {
      long whole = (long) asWritten;
      if (whole == asWritten) {
        return BigDecimal.valueOf(whole);
      }
      long scaled = Math.round(asWritten * SCALE);
      if (scaled / SCALE == asWritten) {
        return BigDecimal.valueOf(scaled, DIGITS).stripTrailingZeros();
      }
    }
    return BigDecimal.valueOf(asWritten);
  }
}
