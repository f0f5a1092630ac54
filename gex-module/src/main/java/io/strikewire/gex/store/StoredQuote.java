package io.strikewire.gex.store;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import io.strikewire.gex.chain.ChainFreshness;
import io.strikewire.market.TradingCalendar;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.signal.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A contract's row in the newest chain that lists it.
 *
 * @param bid USD per share; 0 when there is none
 * @param ask USD per share; 0 when there is none
 * @param iv implied volatility; NaN or 0 when unknown
 * @param spot the underlying's price in USD
 */
record StoredQuote(
    OptionContract contract, BigDecimal bid, BigDecimal ask, double iv, double spot, Instant asOf) {

  /** Its own quote, else the model's value from the chain's volatility (r = q = 0). */
  OptionPrice price(Instant now, Duration atMost) {
    if (!ChainFreshness.prices(asOf, now, atMost)) {
      return new OptionPrice.Unknown("the latest chain with " + contract + " is of " + asOf);
    }
    if (ask.signum() > 0 && bid.compareTo(ask) <= 0) {
      return new OptionPrice.Quoted(bid, ask, asOf);
    }
    if (iv > 0) {
      return new OptionPrice.Modelled(model(), asOf);
    }
    return new OptionPrice.Unknown(contract + " has neither a quote nor a volatility");
  }

  private BigDecimal model() {
    long days =
        ChronoUnit.DAYS.between(
            asOf.atZone(TradingCalendar.NEW_YORK).toLocalDate(), contract.expiration());
    double value =
        BlackFormulaRepository.price(
            spot,
            contract.strike().doubleValue(),
            Math.max(days, 1) / 365.0,
            iv,
            contract.right() == Direction.CALL);
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
  }
}
