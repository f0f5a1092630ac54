package io.strikewire.gex.chain;

import io.strikewire.option.OptionContract;
import java.math.BigDecimal;

/**
 * One row of a chain. Prices are USD per share.
 *
 * @param iv implied volatility, 0.2 is 20 %; 0 when unknown
 * @param gamma per share and USD of the underlying
 * @param openInterest contracts; 0 when the file leaves it empty
 */
public record ChainQuote(
    OptionContract contract,
    BigDecimal bid,
    BigDecimal ask,
    double iv,
    double delta,
    double gamma,
    double openInterest,
    double volume) {

  public ChainQuote {
    for (double measure : new double[] {iv, delta, gamma, openInterest, volume}) {
      if (!Double.isFinite(measure)) {
        throw new IllegalArgumentException(contract + " has a measure that is not a number");
      }
    }
    if (openInterest < 0 || iv < 0 || bid.signum() < 0 || ask.signum() < 0) {
      throw new IllegalArgumentException(contract + " has a negative price or count");
    }
  }
}
