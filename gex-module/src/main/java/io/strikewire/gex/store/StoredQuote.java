package io.strikewire.gex.store;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import io.strikewire.gex.chain.ChainFreshness;
import io.strikewire.gex.chain.ChainQuote;
import io.strikewire.market.TradingCalendar;
import io.strikewire.option.OptionPrice;
import io.strikewire.signal.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A contract's row in the newest chain that lists it. */
record StoredQuote(ChainQuote quote, double spot, Instant asOf) {

  /** Its own quote, else the model's value from the chain's volatility (r = q = 0). */
  OptionPrice price(Instant now, Duration atMost) {
    if (!ChainFreshness.prices(asOf, now, atMost)) {
      return new OptionPrice.Unknown(
          "the latest chain with " + quote.contract() + " is of " + asOf);
    }
    if (quote.ask().signum() > 0 && quote.bid().compareTo(quote.ask()) <= 0) {
      return new OptionPrice.Quoted(quote.bid(), quote.ask(), asOf);
    }
    if (quote.iv() > 0) {
      return new OptionPrice.Modelled(model(), asOf);
    }
    return new OptionPrice.Unknown(quote.contract() + " has neither a quote nor a volatility");
  }

  private BigDecimal model() {
    long days =
        ChronoUnit.DAYS.between(
            asOf.atZone(TradingCalendar.NEW_YORK).toLocalDate(), quote.contract().expiration());
    double value =
        BlackFormulaRepository.price(
            spot,
            quote.contract().strike().doubleValue(),
            Math.max(days, 1) / 365.0,
            quote.iv(),
            quote.contract().right() == Direction.CALL);
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
  }
}
