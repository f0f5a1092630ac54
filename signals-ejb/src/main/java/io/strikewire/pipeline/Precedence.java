package io.strikewire.pipeline;

import java.time.Duration;

/**
 * Who goes first when there is not enough processor for both: senders that wait for their answer go
 * before work that can be done later. While a crowd of senders waits, that work keeps to a seventh
 * of the time, in steps of a seventh of the usual size, so that no sender meets a long one.
 */
public final class Precedence {

  private static final int CROWD = 12;
  private static final int SHARE = 7;
  private static final int REMEMBERED = 4;
  private static final long RECENT = Duration.ofMillis(100).toNanos();
  private static final Duration LONGEST = Duration.ofMillis(100);

  private double together;
  private long at;

  /** Notes how many senders were answered together: a single large group makes no crowd. */
  public synchronized void answered(int senders, long nanoTime) {
    int bounded = Math.min(senders, 2 * CROWD);
    together += (bounded - together) / REMEMBERED;
    at = nanoTime;
  }

  /** How long to leave the processor to the senders after having worked for a while. */
  public Duration rest(Duration worked, long nanoTime) {
    if (!isCrowded(nanoTime)) {
      return Duration.ZERO;
    }
    Duration rest = worked.multipliedBy(SHARE - 1L);
    return rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
  }

  /** How much to do in one step, of what is usually done in one. */
  public int most(int usual, long nanoTime) {
    return isCrowded(nanoTime) ? usual / SHARE : usual;
  }

  private synchronized boolean isCrowded(long nanoTime) {
    return together >= CROWD && nanoTime - at <= RECENT;
  }
}
