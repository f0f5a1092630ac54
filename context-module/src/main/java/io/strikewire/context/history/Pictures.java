package io.strikewire.context.history;

import io.strikewire.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Pictures from the bars that are kept, as long as those are of the last days. */
public final class Pictures {

  /** The longest run of days without a session, and one to spare. */
  private static final int CURRENT_DAYS = 5;

  private final BarHistory history;

  /** Pictures from this history. */
  public Pictures(BarHistory history) {
    this.history = history;
  }

  /**
   * The market's picture at a moment, from the sessions before its day; empty when the last bars
   * are older than five days or too few.
   *
   * @param vix its level then, in points
   */
  public Optional<MarketPicture> at(Instant moment, double vix) {
    LocalDate day = moment.atZone(TradingCalendar.NEW_YORK).toLocalDate();
    LocalDate before = day.minusDays(1);
    List<DailyBar> market = history.upTo(BarHistory.MARKET, before, MarketPicture.MOST);
    List<DailyBar> index = history.upTo(BarHistory.VIX, before, MarketPicture.MOST);
    return current(market, day) && current(index, day)
        ? MarketPicture.of(market, index, vix, "SPY and VIX daily bars")
        : Optional.empty();
  }

  private static boolean current(List<DailyBar> bars, LocalDate day) {
    return !bars.isEmpty()
        && !bars.get(bars.size() - 1).day().isBefore(day.minusDays(CURRENT_DAYS));
  }
}
