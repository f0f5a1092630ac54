package io.strikewire.intake.cdi;

import io.strikewire.event.ServiceStarted;
import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalsStored;
import io.strikewire.intake.Arrival;
import io.strikewire.intake.Crowd;
import io.strikewire.intake.GroupCommit;
import io.strikewire.intake.Storing;
import io.strikewire.intake.jdbc.ArrivalStore;
import io.strikewire.pipeline.Precedence;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.SignalId;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/**
 * Stores arrivals in shared commits. Two long-lived tasks take turns: while one waits for its
 * commit the other gathers the next group or answers the last.
 */
@ApplicationScoped
public class ArrivalWriter {

  private static final int WRITERS = 2;
  private static final int CAPACITY = 2000;
  private static final int MOST_IN_A_GROUP = 250;
  private static final Duration MOMENT = Duration.ofMillis(2);

  private final GroupCommit<Arrival, Storing> groups =
      new GroupCommit<>(CAPACITY, MOST_IN_A_GROUP, MOMENT, new Senders(), this::store);

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Resource private ManagedExecutorService executor;
  @Inject private Clock clock;
  @Inject private Precedence precedence;
  @Inject private Event<SignalEvent> route;
  @Inject private Event<SignalsStored> shown;

  void on(@Observes ServiceStarted started) {
    for (int i = 0; i < WRITERS; i++) {
      executor.execute(groups::run);
    }
  }

  @PreDestroy
  void stop() {
    groups.stop();
  }

  /** What became of the arrival, after its commit; at once when too many wait already. */
  public CompletableFuture<Storing> write(Arrival arrival) {
    return groups
        .offer(arrival)
        .orElseGet(() -> CompletableFuture.completedFuture(new Storing.Failed()));
  }

  private final class Senders implements Crowd {
    @Override
    public Duration company() {
      return precedence.company(MOMENT, System.nanoTime());
    }

    @Override
    public boolean isShared() {
      return precedence.isShared(System.nanoTime());
    }
  }

  private List<Storing> store(List<Arrival> arrivals) {
    ArrivalStore store = new ArrivalStore(database, clock);
    List<Storing> answers = store.store(arrivals);
    precedence.answered(arrivals.size(), store.lastArrival(), System.nanoTime());
    announce(arrivals, answers);
    return answers;
  }

  /** The first of each portfolio in a group: it only wakes whoever looks for new signals. */
  private void announce(List<Arrival> arrivals, List<Storing> answers) {
    Map<Portfolio, SignalId> firsts = new LinkedHashMap<>();
    for (int i = 0; i < arrivals.size(); i++) {
      if (answers.get(i) instanceof Storing.Stored) {
        Arrival arrival = arrivals.get(i);
        firsts.putIfAbsent(arrival.signal().portfolio(), new SignalId(arrival.id()));
      }
    }
    firsts.forEach((portfolio, first) -> route.fire(new SignalEvent.Arrived(first, portfolio)));
    firsts.values().stream().findFirst().ifPresent(first -> shown.fire(new SignalsStored(first)));
  }
}
