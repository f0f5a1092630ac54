package io.strikewire.gex;

import io.strikewire.signal.Direction;
import java.util.List;
import java.util.Optional;

/**
 * What dealers' hedging favours over one horizon.
 *
 * @param horizon which expirations count
 * @param contracts rows that count
 * @param callExposure USD per 1 % move
 * @param putExposure USD per 1 % move
 * @param zeroGamma every crossing, ascending
 * @param direction the side favoured; empty when neither is
 * @param strength net over gross, 0 to 1
 * @param flip what changed since the profile before; empty when nothing did or none was
 */
public record GexSignal(
    GexHorizon horizon,
    int contracts,
    double callExposure,
    double putExposure,
    List<Double> zeroGamma,
    Optional<Direction> direction,
    double strength,
    Optional<Flip> flip) {

  public GexSignal {
    zeroGamma = List.copyOf(zeroGamma);
    if (!(strength >= 0 && strength <= 1)) {
      throw new IllegalArgumentException("strength is 0 to 1, was " + strength);
    }
  }

  /** How dealers' position changed between two profiles. */
  public enum Flip {
    TO_LONG_GAMMA,
    TO_SHORT_GAMMA
  }

  /** Calls plus puts. */
  public double netExposure() {
    return callExposure + putExposure;
  }

  /** The same signal, told what the net exposure was before. */
  public GexSignal after(double netBefore) {
    double net = netExposure();
    Optional<Flip> change =
        netBefore < 0 && net > 0
            ? Optional.of(Flip.TO_LONG_GAMMA)
            : netBefore > 0 && net < 0 ? Optional.of(Flip.TO_SHORT_GAMMA) : Optional.empty();
    return new GexSignal(
        horizon, contracts, callExposure, putExposure, zeroGamma, direction, strength, change);
  }
}
