package io.strikewire.enrich.cdi;

import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.Enriched;
import io.strikewire.event.SignalEvent.Unique;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** ENRICH: gathers what the decision looks at. */
@ApplicationScoped
public class EnrichStage {

  @Inject private Event<SignalEvent> route;
  @Inject private Lookout lookout;
  @Inject private Clock clock;

  void on(@Observes Unique event) {
    route.fire(
        new Enriched(
            event.signal(), lookout.around(event.signal(), event.peers(), clock.instant())));
  }
}
