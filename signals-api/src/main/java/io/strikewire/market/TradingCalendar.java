package io.strikewire.market;

import io.strikewire.option.OptionContract;
import io.strikewire.signal.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** When the options exchanges are open. Pure: the same answer for the same arguments, always. */
public interface TradingCalendar {

  /** The exchange's zone. */
  ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /** The session of a New York date for options on {@code underlying}; empty on closed days. */
  Optional<Session> session(LocalDate date, Symbol underlying);

  /**
   * The session of a New York date for one option, whose last day may end differently; empty on
   * closed days and after its last day.
   */
  default Optional<Session> session(LocalDate date, OptionContract contract) {
    return date.isAfter(lastTradingDay(contract))
        ? Optional.empty()
        : session(date, contract.root());
  }

  /** The last day on which an option trades. */
  default LocalDate lastTradingDay(OptionContract contract) {
    return contract.expiration();
  }

  /** Whether {@code date} has a session. */
  boolean isTradingDay(LocalDate date);

  /**
   * One day's trading.
   *
   * @param open first instant at which orders execute
   * @param close first instant at which they no longer do
   * @param early whether it closes before its usual time
   */
  record Session(LocalDate date, Instant open, Instant close, boolean early) {

    /** Whether orders execute at {@code instant}. */
    public boolean contains(Instant instant) {
      return !instant.isBefore(open) && instant.isBefore(close);
    }
  }
}
