package io.strikewire.runner;

import io.strikewire.archive.Latencies;
import io.strikewire.archive.Latencies.Block;
import io.strikewire.decision.Decision;
import io.strikewire.runner.jdbc.BatchTransaction.Decided;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells the log and the histograms what was decided, after the commit. */
@ApplicationScoped
public class Settlements {

  private static final System.Logger LOG = System.getLogger("io.strikewire.signal");

  @Inject private Latencies latencies;
  @Inject private Clock clock;

  void committed(List<Decided> batch) {
    Instant now = clock.instant();
    for (Decided decided : batch) {
      Journey journey = decided.journey();
      latencies.record(Block.SIGNAL_PROCESSING, Duration.between(decided.receivedAt(), now));
      latencies.record(Block.DECISION, Duration.ofNanos(journey.nanosToDecision()));
      if (journey.opened()) {
        latencies.record(Block.EXECUTION, Duration.ofNanos(journey.nanosAfterDecision()));
      }
      log(journey);
    }
  }

  private static void log(Journey journey) {
    Decision decision = journey.decision();
    LOG.log(
        System.Logger.Level.INFO,
        "signal {0} {1} at {2} {3}",
        journey.id(),
        journey.status(),
        decision.stage(),
        decision.rejection().map(Enum::name).orElse(""));
  }
}
