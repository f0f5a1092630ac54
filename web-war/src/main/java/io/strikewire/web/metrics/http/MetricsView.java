package io.strikewire.web.metrics.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All figures. */
@JsonbPropertyOrder({
  "signals",
  "positions",
  "latency",
  "cache",
  "errors",
  "database",
  "audit",
  "timestamp"
})
public record MetricsView(
    Signals signals,
    Positions positions,
    Latency latency,
    Cache cache,
    Errors errors,
    Database database,
    Audit audit,
    Instant timestamp) {

  /** Signals, over all time. */
  public record Signals(
      @Nullable Number totalSignals,
      @Nullable Number acceptedSignals,
      @Nullable Number rejectedSignals,
      @Nullable Number pendingSignals,
      @Nullable Number deadSignals,
      @Nullable Number repeatedDeliveries,
      @Nullable Number queueAgeSeconds,
      @Nullable Number acceptanceRate,
      Map<String, Number> rejectionReasons) {}

  /** Positions, in USD. */
  public record Positions(
      @Nullable Number openPositions,
      @Nullable Number totalExposure,
      @Nullable Number unrealizedPnL,
      @Nullable Number realizedPnL) {}

  /** This instance's latencies. */
  public record Latency(
      Block acceptance,
      Block signalProcessing,
      Block decision,
      Block execution,
      Map<String, Block> stages,
      Instant since) {}

  /** One latency, in milliseconds. */
  public record Block(
      @Nullable Number count,
      @Nullable Number avgMs,
      @Nullable Number minMs,
      @Nullable Number maxMs,
      @Nullable Number p50Ms,
      @Nullable Number p95Ms,
      @Nullable Number p99Ms) {}

  /** What this instance logged as wrong since its start. */
  public record Errors(@Nullable Number warnings, @Nullable Number errors) {}

  /** The service's connections, of all instances. */
  public record Database(
      @Nullable Number connectionsInUse,
      @Nullable Number connectionsFree,
      @Nullable Number roundTripMs,
      @Nullable Number bytes) {}

  /** Records in the audit log, and what waits to be linked into it. */
  public record Audit(@Nullable Number records, @Nullable Number waiting) {}

  /** How well caches serve. */
  public record Cache(@Nullable Number contextHitRate) {}
}
