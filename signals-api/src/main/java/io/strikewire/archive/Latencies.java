package io.strikewire.archive;

import io.strikewire.event.SignalRoute;
import java.time.Duration;
import java.util.Optional;

/** How long things took on this instance since it started, in histograms of constant size. */
public interface Latencies {

  /** What is timed. */
  enum Block {
    /** From a delivery's first byte to its answer, whatever that was. */
    ACCEPTANCE,
    /** From a signal's storing to its committed decision. */
    SIGNAL_PROCESSING,
    /** From the signal's being taken up to its decision. */
    DECISION,
    /** From the decision to the position. */
    EXECUTION,
    /** The stages of the route, each from the event that enters to the outcome that leaves. */
    NORMALIZE,
    VALIDATE,
    DEDUPLICATE,
    ENRICH,
    DECIDE,
    OPEN,
    CLOSE;

    /** The block of a stage; empty for the one that only takes signals up. */
    public static Optional<Block> of(SignalRoute stage) {
      return stage == SignalRoute.RECEIVE ? Optional.empty() : Optional.of(valueOf(stage.name()));
    }
  }

  /** Adds one sample. */
  void record(Block block, Duration took);

  /** The samples so far. */
  Summary summary(Block block);

  /** How many samples were at most as long. */
  long within(Block block, Duration most);

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
