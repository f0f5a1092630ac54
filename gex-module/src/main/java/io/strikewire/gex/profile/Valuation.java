package io.strikewire.gex.profile;

import io.strikewire.gex.GexProfile;
import io.strikewire.payload.Mistake;

/** What valuing a chain comes to. */
public sealed interface Valuation {

  /** The figures agree with each other. */
  record Valued(GexProfile profile) implements Valuation {}

  /** They contradict each other: none of them can be believed. */
  record Contradictory(Mistake mistake) implements Valuation {}
}
