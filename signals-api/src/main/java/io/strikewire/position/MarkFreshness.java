package io.strikewire.position;

import java.time.Instant;

/** Whether a position's price can still be believed. */
public interface MarkFreshness {

  /** Whether the latest mark counts at {@code now}; a position without one is an alert. */
  boolean isFresh(Position position, Instant now);
}
