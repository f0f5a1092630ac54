package io.strikewire.market;

import java.time.Instant;

/** The latest market context, and how well it serves. */
public interface MarketContexts {

  /**
   * The newest report as of {@code now}: fresh for its timeframe plus 60 s, stale for as long
   * again, then missing.
   */
  Snapshot<MarketContext> latest(Instant now);

  /**
   * How often decisions asked for a context and were given a fresh one, 0 to 1; 1 before the first
   * asked.
   */
  double hitRate();
}
