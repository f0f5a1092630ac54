package io.strikewire.context.feed;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The market at one moment, as a provider gives it.
 *
 * @param price of SPY in USD, above zero
 * @param vix in points, above 0, at most 1000
 * @param asOf when the older of the two was true
 */
public record MarketQuotes(BigDecimal price, double vix, Instant asOf) {

  public MarketQuotes {
    if (price.signum() <= 0 || !(vix > 0 && vix <= 1000)) {
      throw new IllegalArgumentException("no market: SPY " + price + ", VIX " + vix);
    }
  }
}
