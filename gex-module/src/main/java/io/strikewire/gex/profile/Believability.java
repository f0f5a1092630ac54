package io.strikewire.gex.profile;

import io.strikewire.gex.GexProfile.Band;
import io.strikewire.gex.GexProfile.Convention;
import io.strikewire.gex.chain.OptionChain;
import io.strikewire.option.OptionContract;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How far a profile can be believed: what other conventions say, and how old open interest is. */
final class Believability {

  private static final int[] DAY_COUNTS = {252, 262, 365};

  /** Levels looked at around a crossing, when it is sought under another day count. */
  private static final int NEIGHBOURS = 4;

  private final OptionChain chain;
  private final GammaCurve curve;
  private final Convention convention;

  Believability(OptionChain chain, GammaCurve curve, Convention convention) {
    this.chain = chain;
    this.curve = curve;
    this.convention = convention;
  }

  /**
   * @param net by the file's gamma
   * @param crossings under the convention
   */
  Band band(double net, Completed measures, List<Double> crossings) {
    double low = net;
    double high = net;
    for (int dayCount : DAY_COUNTS) {
      double model = model(dayCount);
      low = Math.min(low, model);
      high = Math.max(high, model);
    }
    double doubt = interestDoubt(measures);
    Optional<Double> lowest = Optional.empty();
    Optional<Double> highest = Optional.empty();
    OptionalDouble nearest = Crossings.nearest(crossings, chain.spot());
    if (nearest.isPresent()) {
      double first = nearest.getAsDouble();
      double last = first;
      for (int dayCount : DAY_COUNTS) {
        double other =
            dayCount == convention.dayCount() ? first : moved(nearest.getAsDouble(), dayCount);
        first = Math.min(first, other);
        last = Math.max(last, other);
      }
      lowest = Optional.of(first);
      highest = Optional.of(last);
    }
    return new Band(low - doubt, high + doubt, lowest, highest, counted(chain.date()));
  }

  /** Net exposure at today's spot by the model alone. */
  double model(int dayCount) {
    double net = 0;
    for (double[] horizon : curve.at(new double[] {chain.spot()}, dayCount)) {
      net += horizon[0];
    }
    return net;
  }

  /** Today's trades may each have opened or closed: independent errors, one per contract. */
  private double interestDoubt(Completed measures) {
    double unit = OptionContract.MULTIPLIER * chain.spot() * chain.spot() * 0.01;
    double squares = 0;
    for (int row = 0; row < chain.size(); row++) {
      double error = measures.gamma[row] * measures.volume[row] * unit;
      squares += error * error;
    }
    return Math.sqrt(squares);
  }

  /** Where a crossing lies under another day count: among its neighbours, else wherever. */
  private double moved(double crossing, int dayCount) {
    double step = chain.spot() * 0.4 / (convention.levels() - 1);
    double[] near = new double[2 * NEIGHBOURS + 1];
    for (int i = 0; i < near.length; i++) {
      near[i] = Math.max(chain.spot() * 1e-3, crossing + (i - NEIGHBOURS) * step);
    }
    OptionalDouble found = nearest(near, dayCount, crossing);
    return found.isPresent()
        ? found.getAsDouble()
        : nearest(Crossings.levels(chain.spot(), convention.levels()), dayCount, crossing)
            .orElse(crossing);
  }

  private OptionalDouble nearest(double[] spots, int dayCount, double price) {
    double[][] net = curve.at(spots, dayCount);
    StrikeSums.cumulate(net);
    return Crossings.nearest(Crossings.of(spots, net[net.length - 1]), price);
  }

  /** Open interest is counted after a session and published before the next. */
  private static LocalDate counted(LocalDate date) {
    LocalDate day = date.minusDays(1);
    while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.minusDays(1);
    }
    return day;
  }
}
