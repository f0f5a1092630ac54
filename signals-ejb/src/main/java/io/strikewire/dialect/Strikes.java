package io.strikewire.dialect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Strikes as senders write them. */
public final class Strikes {

  private static final BigDecimal BOUND = new BigDecimal("100000");

  private Strikes() {}

  /** A strike above 0 and below 100,000 USD, in thousandths at the finest. */
  public static Optional<BigDecimal> parse(String text) {
    try {
      BigDecimal strike = new BigDecimal(text).setScale(3, RoundingMode.UNNECESSARY);
      return strike.signum() > 0 && strike.compareTo(BOUND) < 0
          ? Optional.of(strike)
          : Optional.empty();
    } catch (ArithmeticException | NumberFormatException notAStrike) {
      return Optional.empty();
    }
  }
}
