package io.strikewire.enrich.cdi;

import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.Enriched;
import io.strikewire.event.SignalEvent.Unique;
import io.strikewire.signal.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** ENRICH: gathers what the decision looks at, from stored snapshots only. */
@ApplicationScoped
public class EnrichStage {

  @Inject private Event<SignalEvent> route;
  @Inject private Enrichment enrichment;
  @Inject private Clock clock;

  void on(@Observes Unique event) {
    Instant now = clock.instant();
    Signal signal = enrichment.withContract(event.signal(), now);
    route.fire(new Enriched(signal, enrichment.around(signal, event.peers(), now)));
  }
}
