package io.strikewire.gex.profile;

import io.strikewire.gex.chain.ChainQuote;
import io.strikewire.gex.chain.OptionChain;
import io.strikewire.option.OptionContract;
import io.strikewire.signal.Direction;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the net gamma exposure would change its sign if spot moved, everything else held: the
 * Black-Scholes gamma {@code φ(d1) / (S σ √T)} with r = q = 0 of every option with its own
 * volatility, over spots from 0.8 to 1.2 of today's, crossings interpolated on straight lines.
 */
final class ZeroGamma {

  private static final double LOWEST = 0.8;
  private static final double HIGHEST = 1.2;

  private ZeroGamma() {}

  /** Every crossing, ascending. */
  static List<Double> of(OptionChain chain, int dayCount, int levels) {
    List<Double> crossings = new ArrayList<>();
    double[] spots = new double[levels];
    for (int i = 0; i < levels; i++) {
      spots[i] = chain.spot() * (LOWEST + (HIGHEST - LOWEST) * i / (levels - 1));
    }
    double[] net = exposures(chain, dayCount, spots);
    for (int i = 1; i < levels; i++) {
      if (net[i - 1] * net[i] < 0) {
        double share = net[i] / (net[i] - net[i - 1]);
        crossings.add(spots[i] - (spots[i] - spots[i - 1]) * share);
      }
    }
    return List.copyOf(crossings);
  }

  private static double[] exposures(OptionChain chain, int dayCount, double[] spots) {
    double[] net = new double[spots.length];
    LocalDate today = chain.date();
    for (ChainQuote quote : chain.quotes()) {
      if (quote.iv() > 0 && quote.openInterest() > 0) {
        double years =
            Math.max(weekdays(today, quote.contract().expiration()), 1) / (double) dayCount;
        add(net, spots, quote, years);
      }
    }
    return net;
  }

  private static void add(double[] net, double[] spots, ChainQuote quote, double years) {
    double strike = quote.contract().strike().doubleValue();
    double deviation = quote.iv() * Math.sqrt(years);
    double drift = deviation / 2 - Math.log(strike) / deviation;
    double sign = quote.contract().right() == Direction.CALL ? 1 : -1;
    double scale =
        sign
            * quote.openInterest()
            * OptionContract.MULTIPLIER
            * 0.01
            / (deviation * Math.sqrt(2 * Math.PI));
    for (int i = 0; i < spots.length; i++) {
      double d1 = Math.log(spots[i]) / deviation + drift;
      net[i] += scale * spots[i] * Math.exp(-d1 * d1 / 2);
    }
  }

  /** Mondays to Fridays from {@code from}, counted, to {@code to}, not counted. */
  static long weekdays(LocalDate from, LocalDate to) {
    long days = Math.max(0, to.toEpochDay() - from.toEpochDay());
    long count = days / 7 * 5;
    for (LocalDate day = from.plusDays(days / 7 * 7); day.isBefore(to); day = day.plusDays(1)) {
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        count++;
      }
    }
    return count;
  }
}
