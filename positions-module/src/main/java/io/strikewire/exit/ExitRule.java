package io.strikewire.exit;

import io.strikewire.gex.GexReading;
import io.strikewire.market.TradingCalendar.Session;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** One reason to sell. */
interface ExitRule {

  /** The rule's name, which is its code. */
  ExitReason reason();

  /** What the rule says of a situation. */
  Finding judge(Situation situation);

  /** A rule's word. */
  sealed interface Finding {
    /** The facts, in a sentence a trader reads. */
    String facts();

    /** Sell this many contracts. */
    record Sell(int contracts, String facts) implements Finding {}

    /** Would sell, were the exchange open. */
    record Wait(String facts) implements Finding {}

    /** No reason to sell. */
    record Keep(String facts) implements Finding {}
  }

  /**
   * All that rules look at.
   *
   * @param gain empty when the price is unknown
   * @param gex gamma exposure of the symbol, newest first
   * @param session today's session in New York, if there is one
   */
  record Situation(
      Holding holding,
      Optional<Gain> gain,
      List<GexReading> gex,
      Instant now,
      ZonedDateTime newYork,
      Optional<Session> session) {

    boolean exchangeIsOpen() {
      return session.filter(today -> today.contains(now)).isPresent();
    }

    Finding sellAllIf(boolean fires, String facts) {
      return fires ? new Finding.Sell(holding.quantity(), facts) : new Finding.Keep(facts);
    }

    /** For rules that only act in trading hours. */
    Finding sellAllInSessionIf(boolean fires, String facts) {
      return fires && !exchangeIsOpen() ? new Finding.Wait(facts) : sellAllIf(fires, facts);
    }
  }
}
