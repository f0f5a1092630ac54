package io.strikewire.market;

import io.strikewire.signal.Direction;

/** Where the market is heading. */
public enum Trend {
  BULLISH,
  BEARISH,
  NEUTRAL;

  /** Whether it carries a trade of this side. */
  public boolean favours(Direction side) {
    return this == (side == Direction.CALL ? BULLISH : BEARISH);
  }

  /** Whether it works against a trade of this side. */
  public boolean opposes(Direction side) {
    return favours(side.opposite());
  }
}
