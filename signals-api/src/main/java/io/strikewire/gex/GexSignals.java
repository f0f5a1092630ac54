package io.strikewire.gex;

import io.strikewire.market.Snapshot;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The latest stored gamma-exposure signal of a symbol. */
public interface GexSignals {

  /**
   * Over all expirations. Fresh up to the configured age (4 h), then stale; missing when none was
   * ever stored or the latest is of another day.
   */
  Snapshot<GexReading> latest(Symbol symbol, Instant now);

  /** Over the expirations that matter for a bar size; ages alike. */
  Snapshot<GexReading> latest(Symbol symbol, Timeframe timeframe, Instant now);

  /** The same of many symbols at once, each with an answer. */
  Map<Symbol, Snapshot<GexReading>> latest(Set<Symbol> symbols, GexHorizon horizon, Instant now);
}
