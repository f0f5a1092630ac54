package io.strikewire.web.intake.http;

import io.strikewire.archive.Latencies;
import io.strikewire.archive.Latencies.Block;
import io.strikewire.inbox.Inbox.Acceptance;
import io.strikewire.inbox.Inbox.BatchAcceptance;
import io.strikewire.signal.SignalId;
import io.strikewire.trace.Passage;
import io.strikewire.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells how long deliveries waited for their answers: to the histogram, and to their traces. */
@ApplicationScoped
public class Acceptances {

  private static final String REQUEST = "POST /webhook";

  @Inject private Latencies latencies;
  @Inject private Traces traces;

  /** The trace that the sender is in, when somebody wants to know. */
  Optional<String> caller(HttpServletRequest request) {
    return traces.wanted()
        ? Optional.ofNullable(request.getHeader("traceparent"))
        : Optional.empty();
  }

  /** A delivery of one signal was answered just now. */
  void answered(long began, Acceptance acceptance, Optional<String> caller) {
    long now = time(began);
    if (traces.wanted()) {
      trace(began, now, acceptance, caller);
    }
  }

  /** A delivery of several was answered just now. */
  void answered(long began, BatchAcceptance acceptance, Optional<String> caller) {
    long now = time(began);
    if (traces.wanted() && acceptance instanceof BatchAcceptance.Itemized batch) {
      batch.items().forEach(item -> trace(began, now, item, caller));
    }
  }

  private long time(long began) {
    long now = System.nanoTime();
    latencies.record(Block.ACCEPTANCE, Duration.ofNanos(now - began));
    return now;
  }

  /** What was refused has no signal, and so no trace. */
  private void trace(long began, long now, Acceptance acceptance, Optional<String> caller) {
    if (acceptance instanceof Acceptance.Accepted accepted && accepted.signal()) {
      Passage request = new Passage(REQUEST, began, now, Map.of("outcome", "ACCEPTED"));
      traces.begin(new SignalId(accepted.correlationId()), request, caller);
    } else if (acceptance instanceof Acceptance.Duplicate repeated) {
      Passage request = new Passage(REQUEST, began, now, Map.of("outcome", "DUPLICATE"));
      traces.add(new SignalId(repeated.first()), request, List.of());
    }
  }
}
