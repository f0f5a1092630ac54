package io.strikewire.gex;

import io.strikewire.market.Snapshot;

/** How much a gamma exposure counts in decisions. */
public interface GexWeight {

  /** 1 when it is fresh, less when it is stale, 0 when it is missing or of another day. */
  double of(Snapshot<GexReading> reading);
}
