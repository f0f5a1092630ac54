package io.strikewire.gex;

import io.strikewire.signal.Timeframe;
import java.time.Duration;

/** Which expirations matter for a bar size: those that are hedged while a trade of it lives. */
public enum GexHorizon {
  /** Bars below an hour: what expires on the chain's day or the next weekday. */
  INTRADAY(1),
  /** Bars below a day: what expires within five weekdays. */
  WEEK(5),
  /** Longer bars: everything listed. */
  ALL(Integer.MAX_VALUE);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final int weekdays;

  GexHorizon(int weekdays) {
    this.weekdays = weekdays;
  }

  /** Weekdays from the chain's day to the last expiration that counts. */
  public int weekdays() {
    return weekdays;
  }

  /** The horizon of a bar size. */
  public static GexHorizon of(Timeframe timeframe) {
    if (timeframe.bar().compareTo(HOUR) < 0) {
      return INTRADAY;
    }
    return timeframe.bar().compareTo(DAY) < 0 ? WEEK : ALL;
  }
}
