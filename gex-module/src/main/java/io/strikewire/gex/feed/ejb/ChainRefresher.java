package io.strikewire.gex.feed.ejb;

import io.strikewire.gex.GexChains;
import io.strikewire.gex.GexChains.Upload;
import io.strikewire.gex.config.GexSettings;
import io.strikewire.gex.feed.RefreshPlan;
import io.strikewire.market.TradingCalendar;
import io.strikewire.signal.Symbol;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** Refreshes the configured chains in market hours, each when it is due. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@NullUnmarked
public class ChainRefresher {

  private static final Logger LOG = System.getLogger(ChainRefresher.class.getName());

  @Inject private GexChains chains;
  @Inject private GexSettings settings;
  @Inject private TradingCalendar calendar;
  @Inject private Clock clock;
  private RefreshPlan plan;

  @PostConstruct
  void plan() {
    plan = new RefreshPlan(calendar, settings.refreshed(), settings.refreshEvery());
  }

  /** Looks every ten seconds; the service's clock says what is due. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void look() {
    Instant now = clock.instant();
    plan.due(now).forEach(symbol -> refresh(symbol, now));
  }

  private void refresh(Symbol symbol, Instant now) {
    Upload upload;
    try {
      upload = chains.refresh(symbol, now);
    } catch (RuntimeException failed) {
      // A timer that throws is called once more and then never again.
      LOG.log(Level.WARNING, "the chain of " + symbol + " is refreshed later", failed);
      return;
    }
    if (upload instanceof Upload.Unavailable unavailable) {
      LOG.log(Level.WARNING, "no chain of {0}: {1}", symbol, unavailable.why());
    } else if (upload instanceof Upload.Refused refused) {
      LOG.log(Level.WARNING, "the chain of {0} is refused: {1}", symbol, refused.mistakes());
    }
  }
}
