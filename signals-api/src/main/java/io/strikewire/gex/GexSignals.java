package io.strikewire.gex;

import io.strikewire.market.Snapshot;
import io.strikewire.signal.Symbol;
import java.time.Instant;

/** The latest stored gamma-exposure signal of a symbol. */
public interface GexSignals {

  /** Fresh up to the configured age (4 h), then stale; missing when none was ever stored. */
  Snapshot<GexReading> latest(Symbol symbol, Instant now);
}
