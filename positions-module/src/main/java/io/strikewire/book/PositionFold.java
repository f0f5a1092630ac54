package io.strikewire.book;

import io.strikewire.option.OptionContract;
import io.strikewire.position.Fill;
import io.strikewire.position.Fill.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What executions add up to.
 *
 * @param quantity contracts open
 * @param entryPrice average USD paid per share, to four decimals; kept when the last is sold
 * @param cash USD received less USD paid, costs included
 */
public record PositionFold(int quantity, BigDecimal entryPrice, BigDecimal cash) {

  /** Before the first execution. */
  public static final PositionFold EMPTY =
      new PositionFold(0, BigDecimal.ZERO.setScale(4), BigDecimal.ZERO.setScale(2));

  /** The sum of executions, oldest first. */
  public static PositionFold of(List<Fill> fills) {
    PositionFold fold = EMPTY;
    for (Fill fill : fills) {
      fold = fold.with(fill);
    }
    return fold;
  }

  /**
   * One execution more.
   *
   * @throws IllegalArgumentException if it sells more than is open
   */
  public PositionFold with(Fill fill) {
    BigDecimal costs = fill.commission().add(fill.fee());
    BigDecimal value = value(fill.price(), fill.quantity());
    if (fill.side() == Side.BUY) {
      int total = quantity + fill.quantity();
      BigDecimal average =
          value(entryPrice, quantity)
              .add(value)
              .divide(value(BigDecimal.ONE, total), 4, RoundingMode.HALF_UP);
      return new PositionFold(total, average, cash.subtract(value).subtract(costs));
    }
    if (fill.quantity() > quantity) {
      throw new IllegalArgumentException("sells " + fill.quantity() + " of " + quantity);
    }
    return new PositionFold(
        quantity - fill.quantity(), entryPrice, cash.add(value).subtract(costs));
  }

  /** USD net of all costs so far; buying costs count at once. */
  public BigDecimal realizedPnl() {
    return cash.add(value(entryPrice, quantity)).setScale(2, RoundingMode.HALF_UP);
  }

  /** USD of the open contracts at {@code price} per share, before the costs of closing. */
  public BigDecimal unrealizedPnl(BigDecimal price) {
    return value(price.subtract(entryPrice), quantity).setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal value(BigDecimal price, int contracts) {
    return price.multiply(BigDecimal.valueOf((long) contracts * OptionContract.MULTIPLIER));
  }
}
