package io.strikewire.market;

import java.time.Instant;

/** How well the service is supplied with market data. Entered and left by rule. */
public sealed interface MarketDataMode {

  /** Since when. */
  Instant since();

  /** {@code NORMAL} or {@code DEGRADED}. */
  String name();

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
