package io.strikewire.position;

import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What a person can do by hand. */
public interface TradingDesk {

  /** Orders what is open of a position to be sold. */
  Wish close(UUID positionId, String by, Instant now);

  /** Asks for an order's withdrawal. */
  Wish cancel(UUID orderId, String by, Instant now);

  /** Withdraws a working order, and once that is certain orders the rest at another limit. */
  Wish replace(UUID orderId, BigDecimal limit, String by, Instant now);

  /**
   * States what an underlying was settled at; the first word counts.
   *
   * @param root the class of options it settles: {@code SPX} and {@code SPXW} differ
   * @param day the options' last day
   * @param price USD
   * @return the price that counts: this one, or the one that was stated before
   */
  BigDecimal settle(Symbol root, LocalDate day, BigDecimal price, String by, Instant now);

  /** What became of a wish. */
  sealed interface Wish {
    /** It is under way by this order. */
    record Granted(Order order) implements Wish {}

    /** It makes no sense any more. */
    record Refused(String why) implements Wish {}

    /** There is no such thing. */
    record NotFound() implements Wish {}
  }
}
