package io.strikewire.web.page.http;

import io.strikewire.event.OrdersChanged;
import io.strikewire.event.PortfolioDecided;
import io.strikewire.event.ServiceStarted;
import io.strikewire.event.SignalsStored;
import io.strikewire.market.MarketDataModeChanged;
import io.strikewire.web.page.hazelcast.DataGrid;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Tells open pages that something was committed, here or, through the server's data grid, on
 * another instance; many events in a row are told once.
 */
@ApplicationScoped
public class LiveUpdates {

  private static final System.Logger LOG = System.getLogger(LiveUpdates.class.getName());
  private static final long GATHERED_MS = 200;

  private final AtomicBoolean waiting = new AtomicBoolean();

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private DataGrid grid;

  private volatile @Nullable Channel channel;

  /** Adds a page. */
  void subscribe(SseEventSink sink, Sse sse) {
    channelOn(sse).broadcaster().register(sink);
    sink.send(sse.newEvent("hello", "connected"));
  }

  void on(@Observes SignalsStored stored) {
    gather(stored.first().toString());
  }

  /** Once a turn: an observer of each signal's events after its commit is dear. */
  void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) PortfolioDecided decided) {
    gather(decided.portfolio().name());
  }

  void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrdersChanged event) {
    gather("orders");
  }

  void on(@Observes MarketDataModeChanged event) {
    gather("market data");
  }

  void on(@Observes ServiceStarted started) {
    grid.listen(this::tellPages);
  }

  private void gather(String what) {
    if (waiting.compareAndSet(false, true)) {
      try {
        scheduler.schedule(() -> tell(what), GATHERED_MS, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException stopping) {
        waiting.set(false);
        LOG.log(System.Logger.Level.DEBUG, "Pages are not told any more", stopping);
      }
    }
  }

  private void tell(String what) {
    waiting.set(false);
    tellPages(what);
    grid.tellOthers(what);
  }

  private void tellPages(String what) {
    Channel open = channel;
    if (open != null) {
      OutboundSseEvent message = open.sse().newEvent("signal", what);
      open.broadcaster().broadcast(message);
    }
  }

  private synchronized Channel channelOn(Sse sse) {
    Channel open = channel;
    if (open == null) {
      open = new Channel(sse, sse.newBroadcaster());
      channel = open;
    }
    return open;
  }

  private record Channel(Sse sse, SseBroadcaster broadcaster) {}
}
