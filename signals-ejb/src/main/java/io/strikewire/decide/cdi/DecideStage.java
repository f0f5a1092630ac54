package io.strikewire.decide.cdi;

import io.strikewire.decide.EntryPolicy;
import io.strikewire.decision.Decision;
import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.Enriched;
import io.strikewire.pipeline.config.PipelineSettings;
import io.strikewire.rehearsal.cdi.Rehearsals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** DECIDE: asks the entry policy. */
@ApplicationScoped
public class DecideStage {

  @Inject private Event<SignalEvent> route;
  @Inject private PipelineSettings settings;
  @Inject private Rehearsals rehearsals;
  @Inject private Decision.Versions versions;
  @Inject private Clock clock;

  void on(@Observes Enriched event) {
    SignalEvent.Entry made =
        new EntryPolicy(settings.decision())
            .decide(event.signal(), event.surroundings(), versions, clock.instant());
    route.fire(event.signal().isRehearsal() ? rehearsals.refused(made) : made);
  }
}
