package io.strikewire.gex.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Where a curve changes its sign. */
final class Crossings {

  private static final double LOWEST = 0.8;
  private static final double HIGHEST = 1.2;

  private Crossings() {}

  /** Evenly spaced spots from 0.8 to 1.2 of today's. */
  static double[] levels(double spot, int count) {
    double[] levels = new double[count];
    for (int i = 0; i < count; i++) {
      levels[i] = spot * (LOWEST + (HIGHEST - LOWEST) * i / (count - 1));
    }
    return levels;
  }

  /** Every crossing, ascending, on straight lines between the points; zeros are passed over. */
  static List<Double> of(double[] spots, double[] net) {
    List<Double> crossings = new ArrayList<>();
    int before = -1;
    for (int i = 0; i < spots.length; i++) {
      if (net[i] == 0) {
        continue;
      }
      if (before >= 0 && (net[before] < 0) != (net[i] < 0)) {
        double share = net[i] / (net[i] - net[before]);
        crossings.add(spots[i] - (spots[i] - spots[before]) * share);
      }
      before = i;
    }
    return List.copyOf(crossings);
  }

  /** The one closest to a price. */
  static OptionalDouble nearest(List<Double> crossings, double price) {
    return crossings.stream()
        .mapToDouble(Double::doubleValue)
        .reduce((a, b) -> Math.abs(a - price) <= Math.abs(b - price) ? a : b);
  }
}
