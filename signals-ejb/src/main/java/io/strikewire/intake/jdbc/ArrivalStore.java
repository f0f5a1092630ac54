package io.strikewire.intake.jdbc;

import io.strikewire.intake.Arrival;
import io.strikewire.intake.Storing;
import io.strikewire.payload.Mistake;
import io.strikewire.pipeline.jdbc.DatabaseFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Stores arrivals together in one transaction. When the database is away it tries again for a
 * while: an arrival that an earlier try committed is found by its own name. When rows are refused
 * it stores them one by one, so that one of them fails alone.
 */
public final class ArrivalStore {

  private static final System.Logger LOG = System.getLogger(ArrivalStore.class.getName());
  private static final Duration PATIENCE = Duration.ofMillis(1500);
  private static final long PAUSE_MS = 50;
  private static final int SOCKET_TIMEOUT_MS = 2000;

  private final DataSource database;
  private final Clock clock;
  private long lastArrival;

  /** A store in this database; connections are taken outside of any other transaction. */
  public ArrivalStore(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** One answer for each arrival, in order, after the commit. */
  public List<Storing> store(List<Arrival> arrivals) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return commit(arrivals);
      } catch (SQLException failed) {
        DatabaseFailure failure = DatabaseFailure.of(failed).orElseThrow();
        boolean late = System.nanoTime() > deadline;
        if (failure != DatabaseFailure.AWAY && arrivals.size() > 1) {
          return arrivals.stream().flatMap(one -> store(List.of(one)).stream()).toList();
        }
        if (failure == DatabaseFailure.DATA) {
          return List.of(refused(arrivals.get(0), failed));
        }
        if (late || !pause()) {
          LOG.log(
              System.Logger.Level.WARNING,
              "cannot store {0} arrivals: {1}",
              arrivals.size(),
              failed);
          return arrivals.stream().<Storing>map(arrival -> new Storing.Failed()).toList();
        }
      }
    }
  }

  /** The highest arrival number among what this store has stored, 0 when it stored nothing. */
  public long lastArrival() {
    return lastArrival;
  }

  private List<Storing> commit(List<Arrival> arrivals) throws SQLException {
    try (Connection connection = database.getConnection()) {
      int usualTimeout = connection.getNetworkTimeout();
      connection.setAutoCommit(false);
      connection.setNetworkTimeout(Runnable::run, SOCKET_TIMEOUT_MS);
      try {
        ArrivalRows.Written written = ArrivalRows.write(connection, arrivals, clock.instant());
        connection.commit();
        lastArrival = Math.max(lastArrival, written.lastArrival());
        return arrivals.stream().map(arrival -> told(arrival.id(), written.speakers())).toList();
      } catch (SQLException failed) {
        rollBack(connection);
        throw failed;
      } finally {
        restore(connection, usualTimeout);
      }
    }
  }

  private static Storing told(UUID id, Map<UUID, UUID> speakers) {
    UUID speaker = speakers.get(id);
    return id.equals(speaker) || speaker == null
        ? new Storing.Stored()
        : new Storing.Repeated(speaker);
  }

  private static Storing refused(Arrival arrival, SQLException failed) {
    LOG.log(System.Logger.Level.WARNING, "the database refuses arrival " + arrival.id(), failed);
    return new Storing.Refused(
        List.of(new Mistake("body", "text that cannot be stored", "text that PostgreSQL stores")));
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException gone) {
      LOG.log(System.Logger.Level.DEBUG, "the connection is gone", gone);
    }
  }

  private static void restore(Connection connection, int usualTimeout) {
    try {
      connection.setNetworkTimeout(Runnable::run, usualTimeout);
      connection.setAutoCommit(true);
    } catch (SQLException gone) {
      LOG.log(System.Logger.Level.DEBUG, "the connection is gone", gone);
    }
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
