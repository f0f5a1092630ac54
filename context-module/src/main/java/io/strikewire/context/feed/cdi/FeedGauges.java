package io.strikewire.context.feed.cdi;

import io.strikewire.archive.KnownFigure;
import io.strikewire.context.ContextShelf;
import io.strikewire.event.ServiceStarted;
import io.strikewire.market.MarketContext;
import io.strikewire.market.MarketDataFeed;
import io.strikewire.market.MarketDataMode;
import io.strikewire.market.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.NullUnmarked;

/** Age, failures, requests and mode of the market context. */
@ApplicationScoped
@NullUnmarked
public class FeedGauges {

  /** What the age gauge shows when there is no context that counts. */
  private static final long NONE = -1;

  @Inject private MetricRegistry registry;
  @Inject private MarketDataFeed feed;
  @Inject private ContextShelf shelf;
  @Inject private Clock clock;

  void on(@Observes ServiceStarted event) {
    add("context_age_seconds", this::age);
    add("context_feed_fetched", () -> feed.state(clock.instant()).fetched());
    add("context_feed_failed", () -> feed.state(clock.instant()).failed());
    add("context_feed_answered_from_cache", () -> feed.state(clock.instant()).answered());
    add("market_data_degraded", () -> feed.mode() instanceof MarketDataMode.Degraded ? 1 : 0);
  }

  private void add(String name, Supplier<Number> figure) {
    registry.gauge("strikewire_" + name, KnownFigure.orNaN(figure));
  }

  private Number age() {
    Snapshot<MarketContext> newest = shelf.newest(clock.instant());
    return newest instanceof Snapshot.Fresh<MarketContext> fresh
        ? seconds(fresh.age())
        : newest instanceof Snapshot.Stale<MarketContext> stale ? seconds(stale.age()) : NONE;
  }

  private static long seconds(Duration age) {
    return age.toSeconds();
  }
}
