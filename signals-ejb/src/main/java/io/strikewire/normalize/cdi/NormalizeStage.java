package io.strikewire.normalize.cdi;

import io.strikewire.continuity.cdi.StrategyWatch;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.ClosingRequested;
import io.strikewire.event.SignalEvent.Normalization;
import io.strikewire.event.SignalEvent.Normalized;
import io.strikewire.event.SignalEvent.Received;
import io.strikewire.event.SignalEvent.Rejected;
import io.strikewire.event.SignalRoute;
import io.strikewire.intake.AlertDialect;
import io.strikewire.market.MarketDataFeed;
import io.strikewire.normalize.Admission;
import io.strikewire.signal.Intent;
import io.strikewire.signal.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** NORMALIZE: reads the stored body again; what is well-formed may still mean nothing to act on. */
@ApplicationScoped
public class NormalizeStage {

  @Inject private Event<SignalEvent> route;
  @Inject private Decision.Versions versions;
  @Inject private Interpreter interpreter;
  @Inject private MarketDataFeed feed;
  @Inject private StrategyWatch watch;
  @Inject private Clock clock;

  void on(@Observes Received event) {
    route.fire(normalize(event, clock.instant()));
  }

  private Normalization normalize(Received received, Instant now) {
    AlertDialect.Reading reading = interpreter.read(received);
    if (!(reading instanceof AlertDialect.Reading.Understood understood)) {
      throw new IllegalStateException("a stored signal was understood when it came: " + reading);
    }
    Signal signal = understood.signal();
    if (signal.isRehearsal()) {
      return new Normalized(signal);
    }
    watch.follow(signal, received.raw().payload(), now);
    if (signal.intent() instanceof Intent.Nothing nothing) {
      return rejected(
          signal,
          nothing.code(),
          Verdict.fail(nothing.code().name(), nothing.facts()),
          Map.of(),
          now);
    }
    if (signal.intent() instanceof Intent.Close) {
      return new ClosingRequested(signal);
    }
    return Admission.refusal(signal, watch.holds(), now)
        .<Normalization>map(
            refusal -> rejected(signal, refusal.code(), refusal.verdict(), refusal.facts(), now))
        .orElseGet(() -> new Normalized(signal));
  }

  private Rejected rejected(
      Signal signal, Rejection code, Verdict verdict, Map<String, Object> facts, Instant now) {
    return new Rejected(
        Decision.rejected(
            signal.id(),
            SignalRoute.NORMALIZE,
            code,
            List.of(verdict),
            feed.mode().statedIn(facts),
            versions,
            now));
  }
}
