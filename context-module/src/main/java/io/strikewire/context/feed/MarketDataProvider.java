package io.strikewire.context.feed;

import io.strikewire.context.history.DailyBar;
import io.strikewire.signal.Symbol;
import java.time.LocalDate;
import java.util.List;

/** Someone who knows the market. */
public interface MarketDataProvider {

  /** Its name, as figures cite it. */
  String name();

  /**
   * SPY and the VIX now.
   *
   * @throws FeedUnavailable when they are not to be had
   */
  MarketQuotes quotes();

  /**
   * Daily bars of SPY or the VIX, ascending.
   *
   * @throws FeedUnavailable when they are not to be had
   */
  List<DailyBar> bars(Symbol symbol, LocalDate from, LocalDate to);
}
