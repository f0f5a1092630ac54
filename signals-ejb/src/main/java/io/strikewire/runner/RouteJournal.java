package io.strikewire.runner;

import io.strikewire.event.SignalEvent;
import io.strikewire.signal.SignalId;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes down every event of the signals that are under way, before any stage sees it. */
@ApplicationScoped
public class RouteJournal {

  private final Map<SignalId, Journey> underWay = new ConcurrentHashMap<>();

  @Inject private Clock clock;

  void on(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) SignalEvent event) {
    Journey journey = underWay.get(event.id());
    if (journey != null) {
      journey.pass(event, clock.instant(), System.nanoTime());
    }
  }

  /** Begins to write down what happens to a signal. */
  public Journey open(SignalId id) {
    Journey journey = new Journey(id);
    underWay.put(id, journey);
    return journey;
  }

  /** Ends it. */
  public void close(SignalId id) {
    underWay.remove(id);
  }
}
