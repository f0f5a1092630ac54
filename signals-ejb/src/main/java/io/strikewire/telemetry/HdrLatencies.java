package io.strikewire.telemetry;

import io.strikewire.archive.Latencies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/** Microseconds in histograms of three significant digits, from 1 µs to an hour. */
@ApplicationScoped
public class HdrLatencies implements Latencies {

  private static final long LONGEST_MICROS = Duration.ofHours(1).toMillis() * 1000;

  private final Map<Block, Histogram> histograms = new EnumMap<>(Block.class);

  /** Empty histograms. */
  public HdrLatencies() {
    for (Block block : Block.values()) {
      histograms.put(block, new SynchronizedHistogram(1, LONGEST_MICROS, 3));
    }
  }

  @Override
  public void record(Block block, Duration took) {
    long micros = Math.min(Math.max(took.toNanos() / 1000, 1), LONGEST_MICROS);
    histograms.get(block).recordValue(micros);
  }

  @Override
  public long within(Block block, Duration most) {
    Histogram histogram = histograms.get(block);
    synchronized (histogram) {
      return histogram.getCountBetweenValues(0, most.toNanos() / 1000);
    }
  }

  @Override
  public Summary summary(Block block) {
    Histogram histogram = histograms.get(block).copy();
    if (histogram.getTotalCount() == 0) {
      return new Summary(0, 0, 0, 0, 0, 0, 0);
    }
    return new Summary(
        histogram.getTotalCount(),
        histogram.getMean() / 1000,
        histogram.getMinValue() / 1000.0,
        histogram.getMaxValue() / 1000.0,
        histogram.getValueAtPercentile(50) / 1000.0,
        histogram.getValueAtPercentile(95) / 1000.0,
        histogram.getValueAtPercentile(99) / 1000.0);
  }
}
