package io.strikewire.intake;

import java.time.Duration;

/**
 * How fast items come, by the groups that were gathered of them. A burst is known by the first
 * group of several, a steady stream by the time between its items over the last sixteen groups: at
 * a pace of one for each moment a commit for each item would be most of the work there is.
 */
final class Pace {

  private static final int SEVERAL = 4;
  private static final int REMEMBERED = 16;

  /** Moments without an item, after which it does not matter how many more there are. */
  private static final int LULL = 8;

  private final long moment;
  private double between;
  private long gatheredAt;
  private boolean burst;

  /**
   * @param moment how long a group would wait for company
   * @param nanoTime now; nothing is known to come yet
   */
  Pace(Duration moment, long nanoTime) {
    this.moment = moment.toNanos();
    this.between = LULL * this.moment;
    this.gatheredAt = nanoTime;
  }

  /** Notes a group, of one item or more. */
  void gathered(int items, long nanoTime) {
    double since = Math.min((double) (nanoTime - gatheredAt) / items, LULL * moment);
    between += (since - between) / REMEMBERED;
    gatheredAt = nanoTime;
    burst = items >= SEVERAL;
  }

  /** Whether more than one item is likely to come within a moment. */
  boolean promisesCompany() {
    return burst || between < moment;
  }
}
