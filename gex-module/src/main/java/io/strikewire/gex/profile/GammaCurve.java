package io.strikewire.gex.profile;

import io.strikewire.gex.GexHorizon;
import io.strikewire.gex.SignConvention;
import io.strikewire.gex.chain.OptionChain;
import io.strikewire.option.OptionContract;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Net gamma exposure as a function of spot, everything else held: the Black-Scholes gamma {@code
 * φ(d1) / (S σ √T)} with r = q = 0 of every option with its own volatility. Options without
 * volatility or open interest take no part.
 */
final class GammaCurve {

  private static final int HORIZONS = GexHorizon.values().length;
  private static final double ROOT_OF_TAU = Math.sqrt(2 * Math.PI);

  /** Beyond so much of d1² a term is below 1e-26 of what it is at the money. */
  private static final double NEGLIGIBLE = 120;

  /** Below this share of all that could come together at a spot, a sum is rounding. */
  private static final double ROUNDING = 1e-13;

  /** A fixed number, so that sums do not depend on the machine. */
  private static final int PARTS = 4;

  private static final int WORTH_SPLITTING = 20_000;

  private final double[] logStrike;
  private final double[] volatility;
  private final double[] weekdays;
  private final double[] weight;
  private final int[] horizon;
  private final int size;

  GammaCurve(OptionChain chain, ChainShape shape, Completed measures, SignConvention sign) {
    int rows = chain.size();
    logStrike = new double[rows];
    volatility = new double[rows];
    weekdays = new double[rows];
    weight = new double[rows];
    horizon = new int[rows];
    int live = 0;
    double lastLog = 0;
    int lastStrike = -1;
    for (int row = 0; row < rows; row++) {
      if (measures.iv[row] > 0 && measures.openInterest[row] > 0) {
        int strike = chain.strikeThousandths(row);
        if (strike != lastStrike) {
          lastStrike = strike;
          lastLog = Math.log(strike / 1000.0);
        }
        int expiry = shape.expiryOf[row];
        logStrike[live] = lastLog;
        volatility[live] = measures.iv[row];
        weekdays[live] = shape.weekdays[expiry];
        horizon[live] = shape.horizon[expiry];
        weight[live] =
            (chain.isCall(row) ? sign.calls() : sign.puts())
                * measures.openInterest[row]
                * OptionContract.MULTIPLIER;
        live++;
      }
    }
    size = live;
  }

  /**
   * Net exposure at each of these spots in USD per 1 % move, by the shortest horizon that each
   * option belongs to: {@code [horizon][spot]}. What is left when everything cancels is zero.
   */
  double[][] at(double[] spots, int dayCount) {
    double[] logs = new double[spots.length];
    for (int i = 0; i < spots.length; i++) {
      logs[i] = Math.log(spots[i]);
    }
    IntStream parts = IntStream.range(0, PARTS);
    List<double[][]> sums =
        ((long) size * spots.length < WORTH_SPLITTING ? parts : parts.parallel())
            .mapToObj(part -> part(logs, dayCount, size * part / PARTS, size * (part + 1) / PARTS))
            .toList();
    double rounding = ROUNDING * most(dayCount);
    double[][] net = new double[HORIZONS][spots.length];
    for (int h = 0; h < HORIZONS; h++) {
      for (int i = 0; i < spots.length; i++) {
        double together = 0;
        for (double[][] sum : sums) {
          together += sum[h][i];
        }
        net[h][i] = Math.abs(together) < rounding ? 0 : together * spots[i] * 0.01;
      }
    }
    return net;
  }

  /** The sum if every option were at the money and nothing cancelled. */
  private double most(int dayCount) {
    double sum = 0;
    for (int k = 0; k < size; k++) {
      sum +=
          Math.abs(weight[k]) / (volatility[k] * Math.sqrt(weekdays[k] / dayCount) * ROOT_OF_TAU);
    }
    return sum;
  }

  private double[][] part(double[] logs, int dayCount, int from, int to) {
    double[][] sum = new double[HORIZONS][logs.length];
    for (int k = from; k < to; k++) {
      double deviation = volatility[k] * Math.sqrt(weekdays[k] / dayCount);
      add(
          sum[horizon[k]],
          logs,
          1 / deviation,
          deviation / 2 - logStrike[k] / deviation,
          weight[k] / (deviation * ROOT_OF_TAU));
    }
    return sum;
  }

  /** Adds {@code scale · exp(-(log · slope + shift)² / 2)} to each sum. */
  private static void add(double[] sum, double[] logs, double slope, double shift, double scale) {
    for (int i = 0; i < logs.length; i++) {
      double d1 = logs[i] * slope + shift;
      double square = d1 * d1;
      if (square < NEGLIGIBLE) {
        sum[i] += scale * Math.exp(-0.5 * square);
      }
    }
  }

  /**
   * What dealers hedge at this spot when volatility rises by a point (0.01), and when a trading day
   * passes, in USD of delta. Vanna {@code -φ(d1) d2 / σ}; charm {@code φ(d1) d2 / 2T}.
   */
  Drift drift(double spot, int dayCount) {
    double vanna = 0;
    double charm = 0;
    double log = Math.log(spot);
    for (int k = 0; k < size; k++) {
      double years = weekdays[k] / dayCount;
      double deviation = volatility[k] * Math.sqrt(years);
      double d1 = (log - logStrike[k]) / deviation + deviation / 2;
      double d2 = d1 - deviation;
      double density = weight[k] * Math.exp(-0.5 * d1 * d1) / ROOT_OF_TAU;
      vanna -= density * d2 / volatility[k];
      charm += density * d2 / (2 * years);
    }
    return new Drift(vanna * spot * 0.01, charm * spot / dayCount);
  }

  /**
   * Hedging that spot does not cause.
   *
   * @param vanna USD of delta per volatility point
   * @param charm USD of delta per trading day
   */
  record Drift(double vanna, double charm) {}
}
