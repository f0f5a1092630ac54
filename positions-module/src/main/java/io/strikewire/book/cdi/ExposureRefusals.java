package io.strikewire.book.cdi;

import io.strikewire.book.jpa.Outbox;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.Rejected;
import io.strikewire.event.SignalRoute;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Keeps on record what the limit of the exposure refused before it came to an order. */
@ApplicationScoped
public class ExposureRefusals {

  @Inject private Outbox outbox;

  void on(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) SignalEvent event) {
    if (event instanceof Rejected rejected && isOverExposed(rejected.decision())) {
      outbox.overExposed(rejected.decision());
    }
  }

  private static boolean isOverExposed(Decision decision) {
    return decision.stage() == SignalRoute.DECIDE
        && decision.rejection().filter(Rejection.MAX_EXPOSURE::equals).isPresent();
  }
}
