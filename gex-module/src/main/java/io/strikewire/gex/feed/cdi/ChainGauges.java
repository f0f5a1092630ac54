package io.strikewire.gex.feed.cdi;

import io.strikewire.archive.KnownFigure;
import io.strikewire.event.ServiceStarted;
import io.strikewire.gex.GexChains;
import io.strikewire.gex.GexSignals;
import io.strikewire.gex.store.ChainCounts;
import io.strikewire.market.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Age, staleness, requests and failures of option chains. */
@ApplicationScoped
public class ChainGauges {

  /** What the age gauge shows when there is no chain. */
  private static final long NONE = -1;

  @Inject private MetricRegistry registry;
  @Inject private GexChains chains;
  @Inject private GexSignals signals;
  @Inject private ChainCounts counts;
  @Inject private Clock clock;

  void on(@Observes ServiceStarted event) {
    add("age_seconds", this::oldest);
    add("stale_symbols", this::stale);
    add("feed_fetched", counts::fetched);
    add("feed_failed", counts::failed);
    add("chains_stored", counts::stored);
    add("chains_refused", counts::refused);
  }

  private void add(String name, Supplier<Number> figure) {
    registry.gauge("strikewire_gex_" + name, KnownFigure.orNaN(figure));
  }

  /** Seconds since the oldest of the symbols' latest chains was quoted. */
  private long oldest() {
    Instant now = clock.instant();
    return chains.ages().stream()
        .mapToLong(chain -> Duration.between(chain.asOf(), now).toSeconds())
        .max()
        .orElse(NONE);
  }

  /** Symbols whose latest chain is not fresh, of whatever day. */
  private long stale() {
    Instant now = clock.instant();
    return chains.ages().stream()
        .filter(chain -> !(signals.latest(chain.symbol(), now) instanceof Snapshot.Fresh))
        .count();
  }
}
