package io.strikewire.book.cdi;

import io.strikewire.book.Opening;
import io.strikewire.book.jpa.Ledger;
import io.strikewire.broker.PaperBroker;
import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.Entered;
import io.strikewire.event.SignalEvent.PositionOpened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** OPEN: buys what was decided. */
@ApplicationScoped
public class OpenStage {

  @Inject private Event<SignalEvent> route;
  @Inject private Ledger ledger;
  @Inject private PaperBroker broker;
  @Inject private Clock clock;

  void on(@Observes Entered event) {
    Opening opening = Opening.of(event, broker, clock.instant());
    ledger.open(opening.position(), opening.fill());
    route.fire(new PositionOpened(opening.position()));
  }
}
