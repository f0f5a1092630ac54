package io.strikewire.archive;

import java.time.Duration;

/** How long things took on this instance since it started, in histograms of constant size. */
public interface Latencies {

  /** What is timed. */
  enum Block {
    /** From a signal's storing to its committed decision. */
    SIGNAL_PROCESSING,
    /** From the signal's being taken up to its decision. */
    DECISION,
    /** From the decision to the position. */
    EXECUTION
  }

  /** Adds one sample. */
  void record(Block block, Duration took);

  /** The samples so far. */
  Summary summary(Block block);

  /** Milliseconds; all 0 before the first sample. */
  record Summary(
      long count,
      double avgMs,
      double minMs,
      double maxMs,
      double p50Ms,
      double p95Ms,
      double p99Ms) {}
}
