package io.strikewire.web.metrics.http;

import io.strikewire.archive.Latencies;
import io.strikewire.decision.Rejection;
import io.strikewire.event.SignalRoute;
import io.strikewire.web.metrics.ErrorCount.Severity;
import io.strikewire.web.metrics.Gauges;
import io.strikewire.web.metrics.LatencyFigures;
import io.strikewire.web.metrics.ServiceFigures;
import io.strikewire.web.metrics.SignalFigures;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
        new MetricsView.Errors(errors(Severity.WARNING), errors(Severity.ERROR)),
        new MetricsView.Database(
            gauges.value("database_connections_in_use"),
            gauges.value("database_connections_free"),
            gauges.value("database_round_trip_ms"),
            gauges.value("database_bytes")),
        new MetricsView.Audit(gauges.value("audit_records"), gauges.value("audit_waiting")),
        clock.instant());
  }

  /** Signals. */
  @GET
  @Path("signals")
  public MetricsView.Signals signals() {
    Map<String, Number> reasons = new TreeMap<>();
    for (Rejection code : Rejection.values()) {
      @Nullable Number count = gauges.value("signals_rejected_for", SignalFigures.reason(code));
      if (count != null && count.longValue() > 0) {
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
        gauges.value("queue_age_seconds"),
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
        block(Latencies.Block.ACCEPTANCE),
        block(Latencies.Block.SIGNAL_PROCESSING),
        block(Latencies.Block.DECISION),
        block(Latencies.Block.EXECUTION),
        stages(),
        gauges.since());
  }

  private Map<String, MetricsView.Block> stages() {
    Map<String, MetricsView.Block> stages = new LinkedHashMap<>();
    for (SignalRoute stage : SignalRoute.values()) {
      Latencies.Block.of(stage).ifPresent(block -> stages.put(stage.name(), block(block)));
    }
    return stages;
  }

  private @Nullable Number errors(Severity severity) {
    return gauges.value("errors", ServiceFigures.severity(severity));
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

  private @Nullable Number figure(String name, Latencies.Block block) {
    return gauges.value("latency_" + name, LatencyFigures.block(block));
  }
}
