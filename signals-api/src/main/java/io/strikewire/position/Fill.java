package io.strikewire.position;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One execution.
 *
 * @param price USD per share
 * @param quantity contracts
 * @param commission USD for the whole fill
 * @param fee USD for the whole fill
 */
public record Fill(
    Side side, BigDecimal price, int quantity, BigDecimal commission, BigDecimal fee, Instant at) {

  /** Which way. */
  public enum Side {
    BUY,
    SELL
  }

  public Fill {
    if (quantity <= 0 || price.signum() < 0) {
      throw new IllegalArgumentException(
          "a fill has contracts and no negative price, was " + quantity + " at " + price);
    }
  }
}
