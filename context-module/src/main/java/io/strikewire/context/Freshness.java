package io.strikewire.context;

import io.strikewire.market.MarketContext;
import io.strikewire.market.Snapshot;
import java.time.Duration;
import java.time.Instant;

/**
 * How a market context ages. One that was pushed is fresh for its timeframe and the grace, stale
 * for as long again, then missing; one that was pulled is fresh for its time to live and stale
 * while it may still be used.
 *
 * @param grace how much later than its bar a report may come; not negative
 * @param pulledFresh how long a pulled context is fresh
 * @param pulledUsable how long it may be used at all
 */
public record Freshness(Duration grace, Duration pulledFresh, Duration pulledUsable) {

  public Freshness {
    if (grace.isNegative()) {
      throw new IllegalArgumentException("grace is not negative, was " + grace);
    }
  }

  /** The reading as of {@code now}; a report from ahead of {@code now} has no age. */
  public Snapshot<MarketContext> of(MarketContext context, Instant now) {
    Duration lead = Duration.between(context.asOf(), now);
    Duration age = lead.isNegative() ? Duration.ZERO : lead;
    boolean pulled = context.origin() == MarketContext.Origin.PULLED;
    Duration fresh = pulled ? pulledFresh : context.timeframe().bar().plus(grace);
    if (age.compareTo(fresh) <= 0) {
      return new Snapshot.Fresh<>(context, age);
    }
    Duration stale = pulled ? pulledUsable : fresh.multipliedBy(2);
    return age.compareTo(stale) <= 0
        ? new Snapshot.Stale<>(context, age)
        : new Snapshot.Missing<>(
            "the last market context is "
                + age.toSeconds()
                + " s old, at most "
                + stale.toSeconds()
                + " s counts");
  }

  /** The reading when nothing was reported. */
  public Snapshot<MarketContext> none() {
    return new Snapshot.Missing<>("no market context was reported");
  }
}
