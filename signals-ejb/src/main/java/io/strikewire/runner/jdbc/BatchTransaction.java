package io.strikewire.runner.jdbc;

import io.strikewire.event.PortfolioDecided;
import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.Received;
import io.strikewire.pipeline.config.PipelineSettings;
import io.strikewire.runner.BatchEvent;
import io.strikewire.runner.BatchFailure;
import io.strikewire.runner.Journey;
import io.strikewire.runner.RouteJournal;
import io.strikewire.runner.jdbc.UndecidedSignals.Undecided;
import io.strikewire.signal.Portfolio;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A portfolio's turn: one transaction that holds its lock, the route of each signal, and every
 * outcome. They commit together or not at all.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BatchTransaction {

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Inject private Event<SignalEvent> route;
  @Inject private Event<BatchEvent> batch;
  @Inject private Event<PortfolioDecided> ending;
  @Inject private RouteJournal journal;
  @Inject private PipelineSettings settings;
  @Inject private Clock clock;

  /**
   * A decision that was made.
   *
   * @param arrival the signal's place in the order of arrival
   * @param receivedAt when it was stored
   */
  public record Decided(Journey journey, long arrival, Instant receivedAt) {}

  /** The portfolios that have undecided signals. */
  public List<Portfolio> portfolios() {
    try (Connection connection = database.getConnection()) {
      return UndecidedSignals.portfolios(connection);
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot look for undecided signals", broken);
    }
  }

  /**
   * Decides a portfolio's oldest signals that are due, in order of arrival.
   *
   * @param after looks only at later arrivals
   * @return none when there is none; empty when another transaction works on the portfolio
   * @throws BatchFailure when a route failed or the outcomes could not be written
   */
  public Optional<List<Decided>> decide(Portfolio portfolio, long after, int most) {
    try (Connection connection = database.getConnection()) {
      if (!UndecidedSignals.lock(connection, portfolio)) {
        return Optional.empty();
      }
      List<Undecided> signals =
          UndecidedSignals.oldest(connection, portfolio, after, clock.instant(), most);
      return Optional.of(signals.isEmpty() ? List.of() : decide(connection, portfolio, signals));
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot take up signals", broken);
    }
  }

  private List<Decided> decide(
      Connection connection, Portfolio portfolio, List<Undecided> signals) {
    List<Decided> decided = new ArrayList<>();
    try {
      batch.fire(new BatchEvent.Begun(signals.stream().map(Undecided::received).toList()));
      for (Undecided signal : signals) {
        Instant receivedAt = signal.received().raw().receivedAt();
        decided.add(new Decided(travel(signal.received()), signal.arrival(), receivedAt));
      }
      ending.fire(new PortfolioDecided(portfolio));
      Outcomes.write(connection, portfolio, decided.stream().map(Decided::journey).toList());
    } catch (BatchFailure known) {
      throw known;
    } catch (RuntimeException | SQLException failed) {
      throw new BatchFailure(
          signals.stream().map(signal -> signal.received().id()).toList(), failed);
    }
    return decided;
  }

  private Journey travel(Received received) {
    SignalId id = received.id();
    Journey journey = journal.open(id);
    try {
      route.fire(received);
      batch.fire(new BatchEvent.Settled(journey));
      return journey;
    } catch (RuntimeException failed) {
      throw new BatchFailure(List.of(id), failed);
    } finally {
      journal.close(id);
    }
  }

  /** Leaves the failure on record and tries again later, or gives the signal up as dead. */
  public void postpone(SignalId id, Throwable cause) {
    try (Connection connection = database.getConnection()) {
      Failures.record(
          connection,
          UUID.randomUUID(),
          id,
          String.valueOf(cause),
          settings.attempts(),
          clock.instant());
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot record the failure of " + id, broken);
    }
  }
}
