package io.strikewire.runner;

import io.strikewire.archive.Latencies;
import io.strikewire.archive.Latencies.Block;
import io.strikewire.archive.StoredSignal.Step;
import io.strikewire.decision.Decision;
import io.strikewire.event.SignalRoute;
import io.strikewire.runner.jdbc.BatchTransaction.Decided;
import io.strikewire.trace.Passage;
import io.strikewire.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the log and the histograms what was decided, after the commit. */
@ApplicationScoped
public class Settlements {

  private static final System.Logger LOG = System.getLogger("io.strikewire.signal");

  @Inject private Latencies latencies;
  @Inject private Traces traces;
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
      for (Step step : journey.steps()) {
        Block.of(SignalRoute.valueOf(step.stage()))
            .ifPresent(
                block -> latencies.record(block, Duration.ofNanos((long) (step.ms() * 1e6))));
      }
    }
    if (traces.wanted()) {
      long committed = System.nanoTime();
      batch.forEach(decided -> trace(decided.journey(), committed));
    }
    if (!batch.isEmpty() && LOG.isLoggable(System.Logger.Level.INFO)) {
      LOG.log(
          System.Logger.Level.INFO, "decided {0}", batch.stream().map(Settlements::line).toList());
    }
  }

  private void trace(Journey journey, long committed) {
    Decision decision = journey.decision();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("outcome", journey.status());
    facts.put("decision", decision.kind().name());
    decision.rejection().ifPresent(code -> facts.put("reason", code.name()));
    traces.add(
        journey.id(),
        new Passage("DECISION", journey.began(), committed, facts),
        journey.passages());
  }

  /** A line for each outcome; the whole batch is written at once. */
  private static Map<String, Object> line(Decided decided) {
    Journey journey = decided.journey();
    Decision decision = journey.decision();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("correlation_id", journey.id());
    line.put("trace_id", journey.id().traceId());
    line.put("outcome", journey.status());
    line.put("stage", decision.stage());
    decision.rejection().ifPresent(code -> line.put("reason", code));
    line.put("decision_ms", journey.nanosToDecision() / 1000 / 1000.0);
    return line;
  }
}
