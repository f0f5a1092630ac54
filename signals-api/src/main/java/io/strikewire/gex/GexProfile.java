package io.strikewire.gex;

import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Gamma exposure of one chain. Exposures are USD of delta that dealers hedge per 1 % move of the
 * underlying, dealers taken as long calls and short puts: {@code Γ · OI · 100 · S² · 0.01}.
 *
 * @param symbol the underlying
 * @param asOf when the chain was quoted
 * @param spot the underlying's price in USD
 * @param contracts rows in the chain
 * @param callExposure sum over calls, at least 0
 * @param putExposure sum over puts, at most 0
 * @param callWall strike at or above spot with the largest call exposure
 * @param putWall strike at or below spot with the largest put exposure
 * @param zeroGamma every spot, ascending, at which the profile crosses zero
 * @param direction the side that hedging favours
 * @param strength 0 to 1
 * @param convention how it was computed
 */
public record GexProfile(
    Symbol symbol,
    Instant asOf,
    double spot,
    int contracts,
    double callExposure,
    double putExposure,
    Optional<BigDecimal> callWall,
    Optional<BigDecimal> putWall,
    List<Double> zeroGamma,
    Optional<Direction> direction,
    double strength,
    Convention convention) {

  /** Calls plus puts: above zero dealers dampen moves, below zero they amplify them. */
  public double netExposure() {
    return callExposure + putExposure;
  }

  /** {@code LONG_GAMMA}, {@code SHORT_GAMMA} or {@code FLAT}. */
  public String dealerPosition() {
    double net = netExposure();
    return net > 0 ? "LONG_GAMMA" : net < 0 ? "SHORT_GAMMA" : "FLAT";
  }

  /**
   * The choices a profile depends on.
   *
   * @param sign whose side dealers are taken to be on
   * @param dayCount trading days per year
   * @param levels spots at which the profile is evaluated
   */
  public record Convention(String sign, int dayCount, int levels) {

    public Convention {
      if (dayCount != 252 && dayCount != 262 && dayCount != 365) {
        throw new IllegalArgumentException("dayCount is 252, 262 or 365, was " + dayCount);
      }
      if (levels < 2 || levels > 2000) {
        throw new IllegalArgumentException("levels is 2 to 2000, was " + levels);
      }
    }
  }
}
