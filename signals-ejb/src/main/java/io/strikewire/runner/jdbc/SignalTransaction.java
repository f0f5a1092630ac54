package io.strikewire.runner.jdbc;

import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.Received;
import io.strikewire.pipeline.config.PipelineSettings;
import io.strikewire.runner.Journey;
import io.strikewire.runner.RouteJournal;
import io.strikewire.runner.SignalFailure;
import io.strikewire.signal.SignalId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * One signal, one transaction: the portfolio's lock, the route, and every outcome commit together
 * or not at all.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignalTransaction {

  private static final System.Logger LOG = System.getLogger("io.strikewire.signal");

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Inject private Event<SignalEvent> route;
  @Inject private RouteJournal journal;
  @Inject private PipelineSettings settings;
  @Inject private Clock clock;

  /**
   * A decision that was made.
   *
   * @param sinceArrival from the signal's storing
   */
  public record Decided(Journey journey, Duration sinceArrival) {}

  /**
   * Decides the oldest signal that is due in a portfolio nobody else works on.
   *
   * @return empty when there is none
   * @throws SignalFailure when its route failed
   */
  public Optional<Decided> decideNext() {
    try (Connection connection = database.getConnection()) {
      Instant now = clock.instant();
      Optional<UndecidedSignals.Undecided> next = UndecidedSignals.next(connection, now);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      SignalId id = next.get().raw().id();
      Journey journey = journal.open(id);
      try {
        route.fire(new Received(next.get().raw(), next.get().source()));
        Outcomes.write(connection, id, journey);
        LOG.log(
            System.Logger.Level.INFO,
            "signal {0} {1} at {2} {3}",
            id,
            journey.status(),
            journey.decision().stage(),
            journey.decision().rejection().map(Enum::name).orElse(""));
        return Optional.of(
            new Decided(journey, Duration.between(next.get().raw().receivedAt(), clock.instant())));
      } catch (RuntimeException | SQLException failed) {
        throw new SignalFailure(id, failed);
      } finally {
        journal.close(id);
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot take up a signal", broken);
    }
  }

  /** Leaves the failure on record and tries again later, or gives the signal up as dead. */
  public void postpone(SignalFailure failure) {
    LOG.log(System.Logger.Level.WARNING, "signal " + failure.id() + " failed", failure);
    try (Connection connection = database.getConnection()) {
      Failures.record(
          connection,
          UUID.randomUUID(),
          failure.id(),
          String.valueOf(failure.getCause()),
          settings.attempts(),
          clock.instant());
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot record the failure of " + failure.id(), broken);
    }
  }
}
