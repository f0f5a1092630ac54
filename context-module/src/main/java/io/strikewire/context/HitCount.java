package io.strikewire.context;

import io.strikewire.market.Snapshot;
import java.util.concurrent.atomic.LongAdder;

/** Counts how often a context that was asked for was fresh. Safe for many threads. */
public final class HitCount {

  private final LongAdder asked = new LongAdder();
  private final LongAdder fresh = new LongAdder();

  /** Counts one answer. */
  public void count(Snapshot<?> answer) {
    if (answer instanceof Snapshot.Fresh<?>) {
      fresh.increment();
    }
    asked.increment();
  }

  /** Share of fresh answers, 0 to 1; 1 before the first. */
  public double rate() {
    long hits = fresh.sum();
    long all = asked.sum();
    return all == 0 ? 1 : Math.min(1.0, (double) hits / all);
  }
}
