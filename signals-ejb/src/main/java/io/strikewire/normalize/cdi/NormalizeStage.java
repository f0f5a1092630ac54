package io.strikewire.normalize.cdi;

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
  @Inject private Clock clock;

  void on(@Observes Received event) {
    route.fire(normalize(interpreter.read(event), clock.instant()));
  }

  private Normalization normalize(AlertDialect.Reading reading, Instant now) {
    if (!(reading instanceof AlertDialect.Reading.Understood understood)) {
      throw new IllegalStateException("a stored signal was understood when it came: " + reading);
    }
    Signal signal = understood.signal();
    if (signal.intent() instanceof Intent.Close) {
      return new ClosingRequested(signal);
    }
    LocalDate today = now.atZone(TradingCalendar.NEW_YORK).toLocalDate();
    return signal
        .contract()
        .filter(contract -> contract.expiration().isBefore(today))
        .<Normalization>map(
            expired ->
                new Rejected(
                    Decision.rejected(
                        signal.id(),
                        SignalRoute.NORMALIZE,
                        Rejection.CONTRACT_EXPIRED,
                        List.of(
                            Verdict.fail("EXPIRATION", expired + " expired, today is " + today)),
                        versions,
                        now)))
        .orElse(new Normalized(signal));
  }
}
