package io.strikewire.web.metrics;

import io.strikewire.archive.Latencies;
import io.strikewire.archive.SignalArchive;
import io.strikewire.archive.SignalArchive.SignalTotals;
import io.strikewire.decision.Rejection;
import io.strikewire.event.ServiceStarted;
import io.strikewire.market.MarketContexts;
import io.strikewire.position.PositionBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Every figure, registered as a gauge that asks the part of the service that knows it. */
@ApplicationScoped
public class Gauges {

  private static final Duration VALIDITY = Duration.ofMillis(250);

  private final Map<MetricID, Supplier<Number>> gauges = new LinkedHashMap<>();

  @Inject private MetricRegistry registry;
  @Inject private SignalArchive archive;
  @Inject private PositionBook book;
  @Inject private Latencies latencies;
  @Inject private MarketContexts contexts;
  @Inject private Clock clock;

  private Instant since = Instant.EPOCH;

  void on(@Observes ServiceStarted event) {
    since = clock.instant();
    signals(new Recent<>(archive::totals, VALIDITY, System::nanoTime));
    positions(new Recent<>(book::totals, VALIDITY, System::nanoTime));
    for (Latencies.Block block : Latencies.Block.values()) {
      latency(block, new Recent<>(() -> latencies.summary(block), VALIDITY, System::nanoTime));
    }
    add("context_hit_rate", contexts::hitRate);
    gauges.forEach((id, figure) -> registry.gauge(id, figure));
  }

  /** The figure of a gauge, as the registry gives it. */
  public Number value(String name, Tag... tags) {
    MetricID id = id(name, tags);
    return registry.gauge(id, gauges.get(id)).getValue();
  }

  /** Since when latencies are counted. */
  public Instant since() {
    return since;
  }

  /** The tag of a latency's gauges. */
  public static Tag block(Latencies.Block block) {
    return new Tag("block", block.name().toLowerCase(Locale.ROOT));
  }

  /** The tag of a rejection's gauge. */
  public static Tag reason(Rejection code) {
    return new Tag("reason", code.name());
  }

  private void signals(Supplier<SignalTotals> totals) {
    add("signals_received", () -> totals.get().received());
    add("signals_pending", () -> totals.get().pending());
    add("signals_dead", () -> totals.get().dead());
    add("signals_repeated", () -> totals.get().repeated());
    add("signals_entered", () -> Acceptances.entered(totals.get()));
    add("signals_rejected", () -> Acceptances.rejected(totals.get()));
    add("signals_acceptance_rate", () -> Acceptances.rate(totals.get()));
    for (Rejection code : Rejection.values()) {
      add(
          "signals_rejected_for",
          () -> totals.get().rejected().getOrDefault(code.name(), 0L),
          reason(code));
    }
  }

  private void positions(Supplier<PositionBook.Totals> totals) {
    add("positions_open", () -> totals.get().openPositions());
    add("positions_exposure_usd", () -> totals.get().exposure());
    add("positions_unrealized_pnl_usd", () -> totals.get().unrealizedPnl());
    add("positions_realized_pnl_usd", () -> totals.get().realizedPnl());
  }

  private void latency(Latencies.Block block, Supplier<Latencies.Summary> summary) {
    Map<String, Function<Latencies.Summary, Number>> figures =
        Map.of(
            "count", Latencies.Summary::count,
            "avg_ms", Latencies.Summary::avgMs,
            "min_ms", Latencies.Summary::minMs,
            "max_ms", Latencies.Summary::maxMs,
            "p50_ms", Latencies.Summary::p50Ms,
            "p95_ms", Latencies.Summary::p95Ms,
            "p99_ms", Latencies.Summary::p99Ms);
    figures.forEach(
        (name, figure) -> add("latency_" + name, () -> figure.apply(summary.get()), block(block)));
  }

  private void add(String name, Supplier<Number> figure, Tag... tags) {
    gauges.put(id(name, tags), figure);
  }

  private static MetricID id(String name, Tag... tags) {
    return new MetricID("strikewire_" + name, tags);
  }
}
