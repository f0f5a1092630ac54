package io.strikewire.gex.profile;

import io.strikewire.signal.Direction;
import java.util.List;
import java.util.Optional;

/**
 * The side that dealers' hedging favours: a convention, not a law. Long gamma: hedging pulls
 * towards the strike with the largest net exposure. Short gamma: hedging pushes on in the direction
 * of a fall while spot is below a zero gamma. Otherwise neither side is favoured.
 */
final class HedgingSide {

  private HedgingSide() {}

  /**
   * @param strikes ascending, in thousandths of a USD
   * @param nets signed exposure at each
   */
  static Optional<Direction> of(
      double spot, double net, int[] strikes, double[] nets, List<Double> zeroGamma) {
    if (net < 0) {
      return zeroGamma.stream().anyMatch(level -> level > spot)
          ? Optional.of(Direction.PUT)
          : Optional.empty();
    }
    int magnet = -1;
    for (int i = 0; i < nets.length; i++) {
      if (nets[i] > 0 && (magnet < 0 || nets[i] > nets[magnet])) {
        magnet = i;
      }
    }
    if (net == 0 || magnet < 0 || strikes[magnet] == spot * 1000) {
      return Optional.empty();
    }
    return Optional.of(strikes[magnet] > spot * 1000 ? Direction.CALL : Direction.PUT);
  }
}
