package io.strikewire.web.metrics.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.Map;

/** All figures. */
@JsonbPropertyOrder({"signals", "positions", "latency", "cache", "timestamp"})
public record MetricsView(
    Signals signals, Positions positions, Latency latency, Cache cache, Instant timestamp) {

  /** Signals, over all time. */
  public record Signals(
      Number totalSignals,
      Number acceptedSignals,
      Number rejectedSignals,
      Number pendingSignals,
      Number deadSignals,
      Number repeatedDeliveries,
      Number acceptanceRate,
      Map<String, Number> rejectionReasons) {}

  /** Positions, in USD. */
  public record Positions(
      Number openPositions, Number totalExposure, Number unrealizedPnL, Number realizedPnL) {}

  /** This instance's latencies. */
  public record Latency(Block signalProcessing, Block decision, Block execution, Instant since) {}

  /** One latency, in milliseconds. */
  public record Block(
      Number count,
      Number avgMs,
      Number minMs,
      Number maxMs,
      Number p50Ms,
      Number p95Ms,
      Number p99Ms) {}

  /** How well caches serve. */
  public record Cache(Number contextHitRate) {}
}
