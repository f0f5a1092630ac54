package io.strikewire.exit;

import io.strikewire.gex.GexReading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is looked at when an exit is decided.
 *
 * @param holding what is held; its price is empty when there is none that counts
 * @param lastPrice the last price that anybody knew, in USD per share, however old
 * @param gex gamma exposure of the symbol, newest first; two are enough
 * @param now on the service's clock
 */
public record ExitQuestion(
    Holding holding, Optional<BigDecimal> lastPrice, List<GexReading> gex, Instant now) {

  public ExitQuestion {
    gex = List.copyOf(gex);
  }

  /**
   * The price from which a change is measured: the one that counts, the last known, or what was
   * paid.
   */
  BigDecimal knownPrice() {
    return holding.price().or(() -> lastPrice).orElse(holding.entryPrice());
  }

  ExitQuestion of(Holding other) {
    return new ExitQuestion(other, lastPrice, gex, now);
  }

  ExitQuestion exposed(List<GexReading> other) {
    return new ExitQuestion(holding, lastPrice, other, now);
  }

  ExitQuestion at(Instant moment) {
    return new ExitQuestion(holding, lastPrice, gex, moment);
  }
}
