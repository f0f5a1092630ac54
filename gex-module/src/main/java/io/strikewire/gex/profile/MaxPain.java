package io.strikewire.gex.profile;

import java.math.BigDecimal;
import java.util.Optional;

/** At which strike holders of an expiration would receive the least. */
final class MaxPain {

  private final ChainShape shape;
  private final double[][] calls;
  private final double[][] puts;
  private final boolean[][] listed;

  MaxPain(ChainShape shape) {
    this.shape = shape;
    int strikes = shape.strikes.length;
    calls = new double[shape.expiries.length][strikes];
    puts = new double[shape.expiries.length][strikes];
    listed = new boolean[shape.expiries.length][strikes];
  }

  void add(int expiry, int strike, boolean call, double openInterest) {
    (call ? calls : puts)[expiry][strike] += openInterest;
    listed[expiry][strike] = true;
  }

  /** Contracts open in an expiration. */
  double openInterest(int expiry) {
    double sum = 0;
    for (int i = 0; i < shape.strikes.length; i++) {
      sum += calls[expiry][i] + puts[expiry][i];
    }
    return sum;
  }

  /** The strike; the lowest of equal ones; empty without open interest. */
  Optional<BigDecimal> strike(int expiry) {
    if (openInterest(expiry) == 0) {
      return Optional.empty();
    }
    double[] payout = payouts(expiry);
    int best = -1;
    for (int i = 0; i < payout.length; i++) {
      if (listed[expiry][i] && (best < 0 || payout[i] < payout[best])) {
        best = i;
      }
    }
    return Optional.of(BigDecimal.valueOf(shape.strikes[best], 3));
  }

  /** What all holders receive at each strike, by running sums from both ends. */
  private double[] payouts(int expiry) {
    int count = shape.strikes.length;
    double[] payout = new double[count];
    double open = 0;
    double sum = 0;
    for (int i = 1; i < count; i++) {
      open += calls[expiry][i - 1];
      sum += open * (shape.strikes[i] - shape.strikes[i - 1]);
      payout[i] = sum;
    }
    open = 0;
    sum = 0;
    for (int i = count - 2; i >= 0; i--) {
      open += puts[expiry][i + 1];
      sum += open * (shape.strikes[i + 1] - shape.strikes[i]);
      payout[i] += sum;
    }
    return payout;
  }
}
