package io.strikewire.context.history;

import io.strikewire.signal.Symbol;
import java.time.LocalDate;
import java.util.List;

/** Daily bars that are kept. */
public interface BarHistory {

  /** The market's own instrument. */
  Symbol MARKET = new Symbol("SPY");

  /** The volatility index. */
  Symbol VIX = new Symbol("VIX");

  /** The last bars up to and with a day, ascending; at most {@code count}. */
  List<DailyBar> upTo(Symbol symbol, LocalDate day, int count);

  /** Keeps bars; one of the same day replaces the one before. */
  void keep(Symbol symbol, List<DailyBar> bars, String source);
}
