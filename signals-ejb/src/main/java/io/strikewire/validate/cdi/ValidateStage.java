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
import io.strikewire.signal.Signal;
import io.strikewire.validate.EntryRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** VALIDATE: asks the entry rules. */
@ApplicationScoped
public class ValidateStage {

  @Inject private Event<SignalEvent> route;
  @Inject private LastEntries lastEntries;
  @Inject private TradingCalendar calendar;
  @Inject private PipelineSettings settings;
  @Inject private Decision.Versions versions;
  @Inject private Clock clock;

  void on(@Observes Normalized event) {
    route.fire(validate(event.signal(), clock.instant()));
  }

  private Validation validate(Signal signal, Instant now) {
    EntryRules.Result result =
        new EntryRules(calendar, settings.validation())
            .judge(signal, lastEntries.like(signal), now);
    if (result.failure().isEmpty()) {
      return new Validated(signal);
    }
    return new Rejected(
        Decision.rejected(
            signal.id(),
            SignalRoute.VALIDATE,
            result.failure().get(),
            result.verdicts(),
            versions,
            now));
  }
}
