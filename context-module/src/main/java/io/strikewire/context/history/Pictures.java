package io.strikewire.context.history;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.strikewire.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Pictures from the bars that are kept, as long as those are of the last days. Bars are read again
 * after five minutes.
 */
public final class Pictures {

  /** The longest run of days without a session, and one to spare. */
  private static final int CURRENT_DAYS = 5;

  private static final Duration KEPT = Duration.ofMinutes(5);

  private final BarHistory history;
  private final LoadingCache<LocalDate, Bars> bars;

  /** Pictures from this history. */
  public Pictures(BarHistory history) {
    this.history = history;
    this.bars = Caffeine.newBuilder().maximumSize(4).expireAfterWrite(KEPT).build(this::before);
  }

  private record Bars(List<DailyBar> market, List<DailyBar> vix) {}

  private Bars before(LocalDate day) {
    LocalDate last = day.minusDays(1);
    return new Bars(
        history.upTo(BarHistory.MARKET, last, MarketPicture.MOST),
        history.upTo(BarHistory.VIX, last, MarketPicture.MOST));
  }

  /**
   * The market's picture at a moment, from the sessions before its day; empty when the last bars
   * are older than five days or too few.
   *
   * @param vix its level then, in points
   */
  public Optional<MarketPicture> at(Instant moment, double vix) {
    LocalDate day = moment.atZone(TradingCalendar.NEW_YORK).toLocalDate();
    Bars known = bars.get(day);
    return current(known.market(), day) && current(known.vix(), day)
        ? MarketPicture.of(known.market(), known.vix(), vix, "SPY and VIX daily bars")
        : Optional.empty();
  }

  private static boolean current(List<DailyBar> bars, LocalDate day) {
    return !bars.isEmpty()
        && !bars.get(bars.size() - 1).day().isBefore(day.minusDays(CURRENT_DAYS));
  }
}
