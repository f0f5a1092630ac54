package io.strikewire.continuity;

import java.time.Duration;
import java.time.Instant;

/** When a strategy that promised to report regularly has been silent for too long. */
public final class Silence {

  private Silence() {}

  /**
   * Whether two reports in a row are missing. Time before the exchange opened does not count: bars
   * close, and alerts fire, while it is open.
   *
   * @param opened when the session under way began
   */
  public static boolean isTooLong(Instant last, Duration interval, Instant opened, Instant now) {
    Instant since = last.isAfter(opened) ? last : opened;
    return Duration.between(since, now).compareTo(interval.multipliedBy(2)) > 0;
  }
}
