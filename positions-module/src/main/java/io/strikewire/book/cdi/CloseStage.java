package io.strikewire.book.cdi;

import io.strikewire.book.jpa.Outbox;
import io.strikewire.book.jpa.PriceBoard;
import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.ClosingRequested;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** CLOSE: orders what is open to be sold. */
@ApplicationScoped
public class CloseStage {

  @Inject private Event<SignalEvent> route;
  @Inject private Outbox outbox;
  @Inject private PriceBoard prices;
  @Inject private Clock clock;

  void on(@Observes ClosingRequested event) {
    Instant now = clock.instant();
    route.fire(
        outbox.close(
            event, position -> prices.price(position.contract(), now), prices.mode(now), now));
  }
}
