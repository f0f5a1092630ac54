package io.strikewire.exit;

import io.strikewire.market.TradingCalendar;
import io.strikewire.market.TradingCalendar.Session;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of the exit rules. Percentages are of the entry price; a rule whose setting is empty
 * is off.
 *
 * @param profitTarget gain in percent at which everything is sold; 0 is honoured
 * @param stopLoss gain in percent (so usually negative) at or below which everything is sold
 * @param gexMaxAge oldest gamma exposure that can announce a flip
 * @param timeExit time of day in New York from which everything is sold
 * @param beforeEarlyClose on half days, how long before the close everything is sold instead
 * @param partials gains at which a part is sold, rising
 * @param trailing how far below its best price a gain may fall
 * @param daysToExpiry calendar days before the last day at which everything is sold
 * @param maxHolding longest time a position is held
 */
public record ExitSettings(
    BigDecimal profitTarget,
    BigDecimal stopLoss,
    Duration gexMaxAge,
    LocalTime timeExit,
    Optional<Duration> beforeEarlyClose,
    List<Partial> partials,
    Optional<Trailing> trailing,
    Optional<Integer> daysToExpiry,
    Optional<Duration> maxHolding) {

  /** The profit target of those who name none: half of what was paid. */
  public static final BigDecimal DEFAULT_PROFIT_TARGET = BigDecimal.valueOf(50);

  /** The stop of those who name none: three tenths of what was paid. */
  public static final BigDecimal DEFAULT_STOP_LOSS = BigDecimal.valueOf(-30);

  public ExitSettings {
    partials = rising(partials);
  }

  /**
   * The same parts.
   *
   * @throws IllegalArgumentException unless each is at a higher gain than the one before
   */
  public static List<Partial> rising(List<Partial> partials) {
    for (int i = 1; i < partials.size(); i++) {
      if (partials.get(i).gain().compareTo(partials.get(i - 1).gain()) <= 0) {
        throw new IllegalArgumentException("partial exits are at rising gains, were " + partials);
      }
    }
    return List.copyOf(partials);
  }

  /** The time of day in New York from which everything is sold in this session. */
  LocalTime timeExitIn(Session session) {
    return beforeEarlyClose
        .filter(lead -> session.early())
        .map(lead -> session.close().minus(lead).atZone(TradingCalendar.NEW_YORK).toLocalTime())
        .filter(earlier -> earlier.isBefore(timeExit))
        .orElse(timeExit);
  }

  /** The four rules that are always on. */
  public static ExitSettings of(
      BigDecimal profitTarget, BigDecimal stopLoss, Duration gexMaxAge, LocalTime timeExit) {
    return new ExitSettings(
        profitTarget,
        stopLoss,
        gexMaxAge,
        timeExit,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Selling a part.
   *
   * @param gain percent of the entry price, above 0
   * @param part of the contracts then open, above 0 and below 1; rounded down, at least one
   */
  public record Partial(BigDecimal gain, BigDecimal part) {
    public Partial {
      if (gain.signum() <= 0 || part.signum() <= 0 || part.compareTo(BigDecimal.ONE) >= 0) {
        throw new IllegalArgumentException(
            "a partial exit has a gain above 0 % and a part above 0 and below 1, was "
                + gain
                + ":"
                + part);
      }
    }
  }

  /**
   * A stop that follows the best price.
   *
   * @param fall percent of the best price, above 0 and below 100
   * @param armedAt gain in percent that the best price must have reached first
   */
  public record Trailing(BigDecimal fall, BigDecimal armedAt) {
    public Trailing {
      if (fall.signum() <= 0 || fall.compareTo(BigDecimal.valueOf(100)) >= 0) {
        throw new IllegalArgumentException("a trailing stop falls 0 to 100 %, was " + fall);
      }
    }
  }
}
