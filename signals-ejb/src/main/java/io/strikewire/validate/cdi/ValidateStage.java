package io.strikewire.validate.cdi;

import io.strikewire.decision.Decision;
import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.Normalized;
import io.strikewire.event.SignalEvent.Rejected;
import io.strikewire.event.SignalEvent.Validated;
import io.strikewire.event.SignalEvent.Validation;
import io.strikewire.event.SignalRoute;
import io.strikewire.market.TradingCalendar;
import io.strikewire.pipeline.config.PipelineSettings;
import io.strikewire.signal.Peer;
import io.strikewire.signal.Signal;
import io.strikewire.validate.ValidationQuestion;
import io.strikewire.validate.ValidationSettings;
import io.strikewire.validate.Validator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** VALIDATE: asks the entry rules. */
@ApplicationScoped
public class ValidateStage {

  @Inject private Event<SignalEvent> route;
  @Inject private LastEntries lastEntries;
  @Inject private EarlierSignals earlier;
  @Inject private TradingCalendar calendar;
  @Inject private PipelineSettings settings;
  @Inject private Decision.Versions versions;
  @Inject private Clock clock;

  void on(@Observes Normalized event) {
    route.fire(validate(event.signal(), clock.instant()));
  }

  private Validation validate(Signal signal, Instant now) {
    ValidationSettings limits = settings.validation();
    List<Peer> peers =
        earlier.comparedWith(
            signal,
            signal.intent().side().orElseThrow(),
            limits.weights().horizon().orElseThrow(),
            now);
    Validator.Result result =
        new Validator(calendar, limits)
            .judge(ValidationQuestion.of(signal, lastEntries.like(signal), peers, now));
    if (result.rejection().isEmpty()) {
      return new Validated(signal, peers);
    }
    return new Rejected(
        Decision.rejected(
            signal.id(),
            SignalRoute.VALIDATE,
            result.rejection().get(),
            result.verdicts(),
            versions,
            now));
  }
}
