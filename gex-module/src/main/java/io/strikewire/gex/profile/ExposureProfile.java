package io.strikewire.gex.profile;

import io.strikewire.gex.GexProfile;
import io.strikewire.gex.chain.ChainQuote;
import io.strikewire.gex.chain.OptionChain;
import io.strikewire.option.OptionContract;
import io.strikewire.signal.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gamma exposure of a chain: {@code Γ · OI · 100 · S² · 0.01} USD for each option, with the file's
 * own gamma, calls positive and puts negative.
 */
public final class ExposureProfile {

  /** Whose side dealers are taken to be on. */
  public static final String SIGN = "calls +, puts - (dealers long calls, short puts)";

  private ExposureProfile() {}

  /** The profile under a convention. */
  public static GexProfile of(OptionChain chain, int dayCount, int levels) {
    GexProfile.Convention convention = new GexProfile.Convention(SIGN, dayCount, levels);
    TreeMap<BigDecimal, Double> calls = byStrike(chain, Direction.CALL);
    TreeMap<BigDecimal, Double> puts = byStrike(chain, Direction.PUT);
    double call = calls.values().stream().mapToDouble(Double::doubleValue).sum();
    double put = puts.values().stream().mapToDouble(Double::doubleValue).sum();
    List<Double> zeroGamma = ZeroGamma.of(chain, dayCount, levels);
    BigDecimal spot = BigDecimal.valueOf(chain.spot());
    return new GexProfile(
        chain.symbol(),
        chain.asOf(),
        chain.spot(),
        chain.quotes().size(),
        call,
        put == 0 ? 0 : -put,
        largest(calls.tailMap(spot, true), false),
        largest(puts.headMap(spot, true), true),
        zeroGamma,
        direction(chain.spot(), call - put, calls, puts, zeroGamma),
        call + put > 0 ? Math.min(1, Math.abs(call - put) / (call + put)) : 0,
        convention);
  }

  private static TreeMap<BigDecimal, Double> byStrike(OptionChain chain, Direction right) {
    TreeMap<BigDecimal, Double> exposures = new TreeMap<>();
    double perContract = OptionContract.MULTIPLIER * chain.spot() * chain.spot() * 0.01;
    for (ChainQuote quote : chain.quotes()) {
      if (quote.contract().right() == right) {
        exposures.merge(
            quote.contract().strike(),
            quote.gamma() * quote.openInterest() * perContract,
            Double::sum);
      }
    }
    return exposures;
  }

  /** The strike with the largest exposure; of equal ones the one nearest to spot. */
  private static Optional<BigDecimal> largest(
      Map<BigDecimal, Double> exposures, boolean nearestIsLast) {
    @Nullable BigDecimal best = null;
    double most = 0;
    for (Map.Entry<BigDecimal, Double> strike : exposures.entrySet()) {
      boolean better = nearestIsLast ? strike.getValue() >= most : strike.getValue() > most;
      if (better && strike.getValue() > 0) {
        best = strike.getKey();
        most = strike.getValue();
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * A convention, not a law. Long gamma: hedging pulls towards the strike with the largest net
   * exposure. Short gamma: hedging pushes on in the direction of a fall while spot is below the
   * nearest zero gamma. Otherwise neither side is favoured.
   */
  private static Optional<Direction> direction(
      double spot,
      double net,
      Map<BigDecimal, Double> calls,
      Map<BigDecimal, Double> puts,
      List<Double> zeroGamma) {
    if (net < 0) {
      return zeroGamma.stream().anyMatch(level -> level > spot)
          ? Optional.of(Direction.PUT)
          : Optional.empty();
    }
    if (net == 0) {
      return Optional.empty();
    }
    Map<BigDecimal, Double> combined = new TreeMap<>(calls);
    puts.forEach((strike, exposure) -> combined.merge(strike, -exposure, Double::sum));
    return largest(combined, false)
        .map(BigDecimal::doubleValue)
        .filter(magnet -> magnet != spot)
        .map(magnet -> magnet > spot ? Direction.CALL : Direction.PUT);
  }
}
