package io.strikewire.context.history;

/** Where a value stands among others. */
final class Percentile {

  private Percentile() {}

  /** Share of the values that are at most {@code value}, 0 to 1. */
  static double of(double value, double[] values) {
    int below = 0;
    for (double other : values) {
      below += other <= value ? 1 : 0;
    }
    return values.length == 0 ? 0 : (double) below / values.length;
  }
}
