package io.strikewire.gex;

/** What dealers' hedging does to moves at today's spot. */
public enum GammaRegime {
  /** Long gamma: they sell into rises and buy into falls. */
  DAMPENING,
  /** Short gamma: they buy into rises and sell into falls. */
  AMPLIFYING,
  /** The confidence band includes both. */
  UNCERTAIN
}
