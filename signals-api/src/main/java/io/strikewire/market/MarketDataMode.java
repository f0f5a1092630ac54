package io.strikewire.market;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How well the service is supplied with market data. Entered and left by rule. */
public sealed interface MarketDataMode {

  /** Its name in the calculations of decisions. */
  String STATED_AS = "marketDataMode";

  /** Since when. */
  Instant since();

  /** {@code NORMAL} or {@code DEGRADED}. */
  String name();

  /** These facts of a decision, and this mode under its name. */
  default Map<String, Object> statedIn(Map<String, Object> facts) {
    Map<String, Object> stated = new LinkedHashMap<>(facts);
    stated.put(STATED_AS, name());
    return stated;
  }

  /** Data arrives. */
  record Normal(Instant since) implements MarketDataMode {
    @Override
    public String name() {
      return "NORMAL";
    }
  }

  /**
   * It failed several times in a row.
   *
   * @param why the last failure
   */
  record Degraded(Instant since, String why) implements MarketDataMode {
    @Override
    public String name() {
      return "DEGRADED";
    }
  }
}
