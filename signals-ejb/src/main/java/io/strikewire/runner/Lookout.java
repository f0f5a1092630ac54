package io.strikewire.runner;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where to look for undecided signals. Rows that were decided stay in the index as long as any
 * transaction of the database may still see them, so a look from the beginning can be dear: it is
 * taken rarely when it is. In between the look begins a little before the last decided arrival,
 * because arrivals of several instances commit out of order. Turns that end note how far they came
 * from their own threads; the rest is for one.
 */
public final class Lookout {

  private static final long SLACK = 2000;
  private static final long SHARE = 60;

  private final long least;
  private final Map<String, Long> decided = new ConcurrentHashMap<>();
  private long nextWhole;

  /**
   * Begins with a whole look.
   *
   * @param least time between two looks from the beginning
   */
  public Lookout(Duration least, long nanoTime) {
    this.least = least.toNanos();
    this.nextWhole = nanoTime;
  }

  /** Whether it is time to look from the beginning. */
  public boolean isWholeDue(long nanoTime) {
    return nextWhole - nanoTime <= 0;
  }

  /**
   * Notes what finding the portfolios took. It may take a sixtieth of the time at most: the turns
   * that look from the beginning behind it take about as long again.
   */
  public void lookedWhole(long from, long to) {
    nextWhole = to + Math.max(least, (to - from) * SHARE);
  }

  /** Notes how far a portfolio's signals are decided. */
  public void decidedTo(String portfolio, long arrival) {
    decided.merge(portfolio, arrival, Math::max);
  }

  /** The arrival after which a portfolio's undecided signals are looked for. */
  public long after(String portfolio) {
    return decided.getOrDefault(portfolio, SLACK) - SLACK;
  }
}
