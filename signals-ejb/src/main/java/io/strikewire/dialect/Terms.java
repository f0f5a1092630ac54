package io.strikewire.dialect;

import io.strikewire.market.TradingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What reading an alert depends on besides the alert.
 *
 * @param calendar when the exchange is open
 * @param scale from an indicator's score to contracts
 */
public record Terms(TradingCalendar calendar, ScoreScale scale) {

  /**
   * Contracts for a score: {@code base + floor((score - threshold) × factor)}, from 1 to {@code
   * most}; the base below the threshold.
   */
  public record ScoreScale(BigDecimal threshold, int base, BigDecimal factor, int most) {

    /** Every score counts. */
    public static final ScoreScale USUAL =
        new ScoreScale(BigDecimal.ZERO, 1, new BigDecimal("0.05"), 10);

    int contracts(BigDecimal score) {
      if (score.compareTo(threshold) < 0) {
        return base;
      }
      BigDecimal more = score.subtract(threshold).multiply(factor).setScale(0, RoundingMode.FLOOR);
      return BigDecimal.valueOf(base)
          .add(more)
          .max(BigDecimal.ONE)
          .min(BigDecimal.valueOf(most))
          .intValueExact();
    }
  }
}
