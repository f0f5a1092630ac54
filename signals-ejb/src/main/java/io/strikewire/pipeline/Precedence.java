package io.strikewire.pipeline;

import java.time.Duration;

/**
 * Who goes first when there is not enough processor for both: senders that wait for their answer go
 * before decisions, which can be made later. Decisions then keep to a fifth of the time.
 */
public final class Precedence {

  private static final int CROWD = 24;
  private static final long RECENT = Duration.ofMillis(100).toNanos();
  private static final Duration LONGEST = Duration.ofMillis(400);

  private volatile int together;
  private volatile long at;

  /** Notes how many senders were answered together. */
  public void answered(int senders, long nanoTime) {
    together = senders;
    at = nanoTime;
  }

  /** How long to leave the processor to the senders after having worked for a while. */
  public Duration rest(Duration worked, long nanoTime) {
    if (together < CROWD || nanoTime - at > RECENT) {
      return Duration.ZERO;
    }
    Duration rest = worked.multipliedBy(4);
    return rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
  }
}
