package io.strikewire.context.feed.ejb;

import io.strikewire.context.ContextSettings;
import io.strikewire.context.ContextShelf;
import io.strikewire.context.feed.FeedUnavailable;
import io.strikewire.context.feed.http.GuardedProvider;
import io.strikewire.context.history.BarHistory;
import io.strikewire.context.history.DailyBar;
import io.strikewire.context.history.MarketPicture;
import io.strikewire.market.MarketContext;
import io.strikewire.market.Snapshot;
import io.strikewire.market.TradingCalendar;
import io.strikewire.signal.Symbol;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jspecify.annotations.NullUnmarked;

/** Keeps the market context fresh in market hours, and the history up to yesterday. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@NullUnmarked
public class ContextRefresher {

  private static final Logger LOG = System.getLogger(ContextRefresher.class.getName());

  /** A late start must not make up for what it missed. */
  private static final Duration LEAST_PAUSE = Duration.ofSeconds(3);

  private static final int HISTORY_DAYS = 2 * MarketPicture.MOST;

  @Inject private ContextSettings settings;
  @Inject private ContextFeed feed;
  @Inject private GuardedProvider provider;
  @Inject private BarHistory history;
  @Inject private ContextShelf shelf;
  @Inject private TradingCalendar calendar;
  @Inject private Clock clock;
  private LocalDate historyAskedOn = LocalDate.EPOCH;
  private Instant lookedAt = Instant.EPOCH;
  private boolean wasFresh;

  /** Looks every five seconds; the service's clock says whether the market is open. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  public void look() {
    try {
      look(clock.instant());
    } catch (RuntimeException failed) {
      // A timer that throws is called once more and then never again.
      LOG.log(Level.WARNING, "the market context is refreshed later", failed);
    }
  }

  private void look(Instant now) {
    LocalDate today = now.atZone(TradingCalendar.NEW_YORK).toLocalDate();
    boolean open =
        calendar.session(today, BarHistory.MARKET).filter(s -> s.contains(now)).isPresent();
    if (!open || now.isBefore(lookedAt.plus(LEAST_PAUSE))) {
      return;
    }
    lookedAt = now;
    if (settings.provider() == ContextSettings.Provider.NONE) {
      watchReports(now);
      return;
    }
    if (!today.equals(historyAskedOn)) {
      historyAskedOn = today;
      List.of(BarHistory.MARKET, BarHistory.VIX).forEach(symbol -> fill(symbol, today));
    }
    feed.observe(feed.ask(now), now);
  }

  /** What was never reported cannot be lost: the first fresh report begins the watch. */
  private void watchReports(Instant now) {
    Snapshot<MarketContext> newest = shelf.newest(now);
    wasFresh |= newest instanceof Snapshot.Fresh;
    if (wasFresh) {
      feed.observe(newest, now);
    }
  }

  private void fill(Symbol symbol, LocalDate today) {
    List<DailyBar> last = history.upTo(symbol, today.minusDays(1), 1);
    LocalDate from = last.isEmpty() ? today.minusDays(HISTORY_DAYS) : last.get(0).day().plusDays(1);
    LocalDate earliest = today.minusDays(HISTORY_DAYS);
    if (from.isBefore(today)) {
      try {
        history.keep(
            symbol,
            provider.bars(symbol, from.isBefore(earliest) ? earliest : from, today.minusDays(1)),
            provider.name());
      } catch (FeedUnavailable | FaultToleranceException unavailable) {
        LOG.log(Level.WARNING, "no daily bars of {0}: {1}", symbol, unavailable.getMessage());
      }
    }
  }
}
