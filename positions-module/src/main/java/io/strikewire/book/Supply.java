package io.strikewire.book;

import io.strikewire.decision.Verdict;
import io.strikewire.market.MarketDataMode;
import java.util.ArrayList;
import java.util.List;

/** What a decision about a position says of the supply of market data. */
public final class Supply {

  private Supply() {}

  /** What was said, and that market data did not arrive meanwhile, if it did not. */
  public static List<Verdict> noted(List<Verdict> said, MarketDataMode mode) {
    List<Verdict> verdicts = new ArrayList<>(said);
    if (mode instanceof MarketDataMode.Degraded degraded) {
      verdicts.add(
          Verdict.note(
              "MARKET_DATA", "DEGRADED since " + degraded.since() + ": " + degraded.why()));
    }
    return verdicts;
  }
}
