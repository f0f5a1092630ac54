package io.strikewire.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Strikes as senders write them. */
final class Strikes {

  private static final BigDecimal BOUND = new BigDecimal("100000");

  private Strikes() {}

  static Optional<BigDecimal> parse(String text) {
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
