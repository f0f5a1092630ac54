package io.strikewire.web.metrics;

import io.strikewire.archive.Latencies;
import io.strikewire.archive.Latencies.Block;
import io.strikewire.archive.Latencies.Summary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.Tag;

/**
 * This instance's latencies: percentiles since its start for who looks, and cumulative buckets,
 * from which a scraper computes the percentiles of any stretch of time.
 */
@ApplicationScoped
public class LatencyFigures implements Figures {

  /** Upper bounds in milliseconds; the promises of 100 ms, 500 ms and 1 s are among them. */
  private static final List<Long> BOUNDS =
      List.of(1L, 2L, 5L, 10L, 25L, 50L, 100L, 250L, 500L, 1000L, 2500L, 5000L, 10_000L);

  private static final Map<String, Function<Summary, Number>> SUMMARY =
      Map.of(
          "count", Summary::count,
          "avg_ms", Summary::avgMs,
          "min_ms", Summary::minMs,
          "max_ms", Summary::maxMs,
          "p50_ms", Summary::p50Ms,
          "p95_ms", Summary::p95Ms,
          "p99_ms", Summary::p99Ms);

  @Inject private Latencies latencies;

  /** The tag of a latency's figures. */
  public static Tag block(Block block) {
    return new Tag("block", block.name().toLowerCase(java.util.Locale.ROOT));
  }

  @Override
  public Map<MetricID, Supplier<Number>> figures() {
    FigureMap figures = new FigureMap();
    for (Block block : Block.values()) {
      Supplier<Summary> summary = Recent.of(() -> latencies.summary(block));
      SUMMARY.forEach(
          (name, figure) ->
              figures.add("latency_" + name, () -> figure.apply(summary.get()), block(block)));
      figures
          .add("latency_seconds_count", () -> summary.get().count(), block(block))
          .add("latency_seconds_sum", () -> sum(summary.get()), block(block))
          .add("latency_seconds_bucket", () -> summary.get().count(), block(block), bound("+Inf"));
      for (long bound : BOUNDS) {
        figures.add(
            "latency_seconds_bucket",
            () -> latencies.within(block, Duration.ofMillis(bound)),
            block(block),
            bound(Double.toString(bound / 1000.0)));
      }
    }
    return figures.all();
  }

  private static double sum(Summary summary) {
    return summary.count() * summary.avgMs() / 1000;
  }

  private static Tag bound(String seconds) {
    return new Tag("le", seconds);
  }
}
