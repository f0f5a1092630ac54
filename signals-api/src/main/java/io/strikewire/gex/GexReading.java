package io.strikewire.gex;

import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a stored chain says about the side that dealers' hedging favours.
 *
 * @param symbol the underlying
 * @param direction the side favoured; empty when neither is
 * @param strength 0 (balanced) to 1 (all on one side)
 * @param asOf when the chain was quoted
 */
public record GexReading(
    Symbol symbol, Optional<Direction> direction, double strength, Instant asOf) {

  public GexReading {
    if (!(strength >= 0 && strength <= 1)) {
      throw new IllegalArgumentException("strength is 0 to 1, was " + strength);
    }
  }

  /** A reading whose strength was kept as a decimal. */
  public static GexReading of(
      Symbol symbol, Optional<Direction> direction, BigDecimal strength, Instant asOf) {
    return new GexReading(symbol, direction, strength.doubleValue(), asOf);
  }

  /** The strength as a decimal, from which {@link #of} makes the same again. */
  public BigDecimal strengthAsDecimal() {
    return new BigDecimal(Double.toString(strength));
  }
}
