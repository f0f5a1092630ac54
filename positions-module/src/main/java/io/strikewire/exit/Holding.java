package io.strikewire.exit;

import io.strikewire.option.OptionContract;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is held, as the exit rules see it. Prices are USD per share.
 *
 * @param symbol the underlying
 * @param direction the side that was bought
 * @param quantity contracts still open; 0 when nothing is left
 * @param entryPrice what was paid, above zero
 * @param price what a seller gets now; zero is a price (a total loss), empty means that nobody
 *     knows
 * @param openedAt when it was bought
 * @param expiration the option's last day, if known
 * @param bestPrice the highest price seen since it was bought, if one was recorded
 * @param partialsTaken how many of the configured partial exits were taken already
 * @param contract the option itself, whose last day may end otherwise than its underlying's; empty
 *     when only its underlying is known
 */
public record Holding(
    Symbol symbol,
    Direction direction,
    int quantity,
    BigDecimal entryPrice,
    Optional<BigDecimal> price,
    Instant openedAt,
    Optional<LocalDate> expiration,
    Optional<BigDecimal> bestPrice,
    int partialsTaken,
    Optional<OptionContract> contract) {

  public Holding {
    if (quantity < 0 || partialsTaken < 0) {
      throw new IllegalArgumentException(
          "contracts and partial exits are at least 0, were " + quantity + ", " + partialsTaken);
    }
    if (entryPrice.signum() <= 0) {
      throw new IllegalArgumentException("an entry price is above 0 USD, was " + entryPrice);
    }
    if (price.filter(known -> known.signum() < 0).isPresent()) {
      throw new IllegalArgumentException("a price is at least 0 USD, was " + price.get());
    }
  }

  /** A holding without anything that only the optional rules ask for. */
  public static Holding of(
      Symbol symbol,
      Direction direction,
      int quantity,
      BigDecimal entryPrice,
      Optional<BigDecimal> price,
      Instant openedAt) {
    return new Holding(
        symbol,
        direction,
        quantity,
        entryPrice,
        price,
        openedAt,
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty());
  }

  Holding priced(BigDecimal other) {
    return with(quantity, Optional.of(other), bestPrice, partialsTaken);
  }

  Holding atBest(BigDecimal other) {
    return with(quantity, price, Optional.of(other), partialsTaken);
  }

  Holding of(int contracts) {
    return with(contracts, price, bestPrice, partialsTaken);
  }

  Holding afterParts(int taken) {
    return with(quantity, price, bestPrice, taken);
  }

  private Holding with(
      int contracts, Optional<BigDecimal> current, Optional<BigDecimal> best, int taken) {
    return new Holding(
        symbol,
        direction,
        contracts,
        entryPrice,
        current,
        openedAt,
        expiration,
        best,
        taken,
        contract);
  }
}
