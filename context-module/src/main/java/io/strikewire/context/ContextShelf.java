package io.strikewire.context;

import io.strikewire.market.MarketContext;
import io.strikewire.market.Snapshot;
import java.time.Instant;

/** Contexts that are kept, for their keepers: nothing here counts towards the hit rate. */
public interface ContextShelf {

  /** Keeps one in a transaction. */
  void keep(MarketContext context, Instant now);

  /** The newest as of {@code now}. */
  Snapshot<MarketContext> newest(Instant now);
}
