package io.strikewire.market;

/** How lively the market is. */
public enum VolatilityRegime {
  LOW_VOL,
  NORMAL,
  HIGH_VOL
}
