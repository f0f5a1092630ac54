package io.strikewire.book.cdi;

import io.strikewire.book.jpa.Outbox;
import io.strikewire.event.PortfolioDecided;
import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.Entered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** OPEN: orders what was decided. */
@ApplicationScoped
public class OpenStage {

  @Inject private Event<SignalEvent> route;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  void on(@Observes Entered event) {
    route.fire(outbox.enter(event, clock.instant()));
  }

  void on(@Observes PortfolioDecided decided) {
    outbox.end(decided.portfolio());
  }
}
