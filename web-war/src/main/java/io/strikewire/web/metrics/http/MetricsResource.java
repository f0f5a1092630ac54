package io.strikewire.web.metrics.http;

import io.strikewire.archive.Latencies;
import io.strikewire.decision.Rejection;
import io.strikewire.web.metrics.Gauges;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** Metrics as JSON; reached through {@code /metrics}. */
@Path("/internal/metrics")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MetricsResource {

  @Inject Gauges gauges;
  @Inject Clock clock;

  /** All of it. */
  @GET
  public MetricsView all() {
    return new MetricsView(
        signals(),
        positions(),
        latency(),
        new MetricsView.Cache(gauges.value("context_hit_rate")),
        clock.instant());
  }

  /** Signals. */
  @GET
  @Path("signals")
  public MetricsView.Signals signals() {
    Map<String, Number> reasons = new TreeMap<>();
    for (Rejection code : Rejection.values()) {
      Number count = gauges.value("signals_rejected_for", Gauges.reason(code));
      if (count.longValue() > 0) {
        reasons.put(code.name(), count);
      }
    }
    return new MetricsView.Signals(
        gauges.value("signals_received"),
        gauges.value("signals_entered"),
        gauges.value("signals_rejected"),
        gauges.value("signals_pending"),
        gauges.value("signals_dead"),
        gauges.value("signals_repeated"),
        gauges.value("signals_acceptance_rate"),
        reasons);
  }

  /** Positions. */
  @GET
  @Path("positions")
  public MetricsView.Positions positions() {
    return new MetricsView.Positions(
        gauges.value("positions_open"),
        gauges.value("positions_exposure_usd"),
        gauges.value("positions_unrealized_pnl_usd"),
        gauges.value("positions_realized_pnl_usd"));
  }

  /** Latencies. */
  @GET
  @Path("latency")
  public MetricsView.Latency latency() {
    return new MetricsView.Latency(
        block(Latencies.Block.SIGNAL_PROCESSING),
        block(Latencies.Block.DECISION),
        block(Latencies.Block.EXECUTION),
        gauges.since());
  }

  private MetricsView.Block block(Latencies.Block block) {
    return new MetricsView.Block(
        figure("count", block),
        figure("avg_ms", block),
        figure("min_ms", block),
        figure("max_ms", block),
        figure("p50_ms", block),
        figure("p95_ms", block),
        figure("p99_ms", block));
  }

  private Number figure(String name, Latencies.Block block) {
    return gauges.value("latency_" + name, Gauges.block(block));
  }
}
