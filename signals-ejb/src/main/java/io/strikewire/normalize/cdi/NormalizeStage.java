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
import io.strikewire.hold.Hold;
import io.strikewire.intake.AlertDialect;
import io.strikewire.market.TradingCalendar;
import io.strikewire.signal.Intent;
import io.strikewire.signal.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** NORMALIZE: reads the stored body again; what is well-formed may still mean nothing to act on. */
@ApplicationScoped
public class NormalizeStage {

  @Inject private Event<SignalEvent> route;
  @Inject private Decision.Versions versions;
  @Inject private Interpreter interpreter;
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
    watch.follow(signal, received.raw().payload(), now);
    if (signal.intent() instanceof Intent.Nothing nothing) {
      return rejected(
          signal, nothing.code(), Verdict.fail(nothing.code().name(), nothing.facts()), now);
    }
    if (signal.intent() instanceof Intent.Close) {
      return new ClosingRequested(signal);
    }
    return watch
        .stopping(signal)
        .<Normalization>map(
            hold ->
                rejected(signal, Rejection.STRATEGY_PAUSED, Verdict.fail("HOLD", held(hold)), now))
        .orElseGet(() -> unexpired(signal, now));
  }

  private static String held(Hold hold) {
    return hold.kind()
        + " "
        + hold.name()
        + " is held since "
        + hold.since()
        + ": "
        + hold.reason();
  }

  private Normalization unexpired(Signal signal, Instant now) {
    LocalDate today = now.atZone(TradingCalendar.NEW_YORK).toLocalDate();
    return signal
        .contract()
        .filter(contract -> contract.expiration().isBefore(today))
        .<Normalization>map(
            expired ->
                rejected(
                    signal,
                    Rejection.CONTRACT_EXPIRED,
                    Verdict.fail("EXPIRATION", expired + " expired, today is " + today),
                    now))
        .orElse(new Normalized(signal));
  }

  private Rejected rejected(Signal signal, Rejection code, Verdict verdict, Instant now) {
    return new Rejected(
        Decision.rejected(
            signal.id(), SignalRoute.NORMALIZE, code, List.of(verdict), versions, now));
  }
}
