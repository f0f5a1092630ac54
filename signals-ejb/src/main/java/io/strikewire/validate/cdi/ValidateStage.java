package io.strikewire.validate.cdi;

import io.strikewire.decision.Decision;
import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.Normalized;
import io.strikewire.event.SignalEvent.Rejected;
import io.strikewire.event.SignalEvent.Validated;
import io.strikewire.event.SignalEvent.Validation;
import io.strikewire.event.SignalRoute;
import io.strikewire.market.MarketDataFeed;
import io.strikewire.rehearsal.cdi.Rehearsals;
import io.strikewire.signal.Signal;
import io.strikewire.validate.DescribedValidation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** VALIDATE: asks the validation rules. */
@ApplicationScoped
public class ValidateStage {

  @Inject private Event<SignalEvent> route;
  @Inject private Examiner examiner;
  @Inject private MarketDataFeed feed;
  @Inject private Rehearsals rehearsals;
  @Inject private Decision.Versions versions;
  @Inject private Clock clock;

  void on(@Observes Normalized event) {
    route.fire(validate(event.signal(), clock.instant()));
  }

  private Validation validate(Signal signal, Instant now) {
    Examiner.Examination made = examiner.examine(signal, now);
    if (signal.isRehearsal()) {
      rehearsals.note(signal, made.result().verdicts());
      return new Validated(signal, made.peers());
    }
    if (made.result().rejection().isEmpty()) {
      return new Validated(signal, made.peers());
    }
    return new Rejected(
        Decision.rejected(
            signal.id(),
            SignalRoute.VALIDATE,
            made.result().rejection().get(),
            made.result().verdicts(),
            feed.mode().statedIn(Map.of("inputs", DescribedValidation.of(made.question()))),
            versions,
            now));
  }
}
