package io.strikewire.gex.profile;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import io.strikewire.gex.GexProfile.Oddities;
import io.strikewire.gex.chain.OptionChain;

/**
 * A chain's measures with what the file lacks: volatility implied from a two-sided quote, gamma
 * from the volatility, both by the Black formula with r = q = 0. What neither gives is zero.
 */
final class Completed {

  private static final double PRICE_UNIT = 10_000;

  final double[] iv;
  final double[] gamma;
  final double[] openInterest;
  final double[] volume;
  final Oddities oddities;

  Completed(OptionChain chain, ChainShape shape, int dayCount) {
    int size = chain.size();
    iv = new double[size];
    gamma = new double[size];
    openInterest = new double[size];
    volume = new double[size];
    int empty = 0;
    int zeroVolatility = 0;
    int implied = 0;
    int modelled = 0;
    int crossed = 0;
    for (int row = 0; row < size; row++) {
      double open = chain.openInterest(row);
      empty += Double.isNaN(open) ? 1 : 0;
      openInterest[row] = Double.isNaN(open) ? 0 : open;
      volume[row] = Double.isNaN(chain.volume(row)) ? 0 : chain.volume(row);
      crossed += chain.ask(row) > 0 && chain.bid(row) > chain.ask(row) ? 1 : 0;
      double years = shape.weekdays[shape.expiryOf[row]] / (double) dayCount;
      iv[row] = chain.iv(row);
      if (Double.isNaN(iv[row])) {
        iv[row] = implied(chain, row, years);
        implied += iv[row] > 0 ? 1 : 0;
      }
      zeroVolatility += iv[row] == 0 ? 1 : 0;
      gamma[row] = chain.gamma(row);
      if (Double.isNaN(gamma[row])) {
        gamma[row] = iv[row] > 0 ? modelled(chain, row, years, iv[row]) : 0;
        modelled += gamma[row] > 0 ? 1 : 0;
      }
    }
    OptionChain.RowCount count = chain.count();
    oddities =
        new Oddities(
            empty,
            zeroVolatility,
            implied,
            modelled,
            crossed,
            count.expired(),
            count.adjusted(),
            count.repeated());
  }

  private static double implied(OptionChain chain, int row, double years) {
    if (chain.bid(row) == 0 || chain.bid(row) > chain.ask(row)) {
      return 0;
    }
    double price = (chain.bid(row) + (double) chain.ask(row)) / 2 / PRICE_UNIT;
    double strike = chain.strikeThousandths(row) / 1000.0;
    boolean call = chain.isCall(row);
    double intrinsic = Math.max(0, call ? chain.spot() - strike : strike - chain.spot());
    double most = call ? chain.spot() : strike;
    return price > intrinsic && price < most
        ? BlackFormulaRepository.impliedVolatility(price, chain.spot(), strike, years, call)
        : 0;
  }

  private static double modelled(OptionChain chain, int row, double years, double volatility) {
    return BlackFormulaRepository.gamma(
        chain.spot(), chain.strikeThousandths(row) / 1000.0, years, volatility);
  }
}
