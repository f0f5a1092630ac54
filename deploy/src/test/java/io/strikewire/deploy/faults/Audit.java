package io.strikewire.deploy.faults;

import io.strikewire.deploy.faults.Journal.Promise;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * The promises compared with the database.
 *
 * @param promised distinct signals that were promised
 * @param lost promised, and not stored under that name with that content
 * @param undecided stored, and neither decided nor a dead letter
 * @param secondDecisions decisions beyond the first of a signal
 * @param secondPositions positions beyond the first of a signal
 * @param storedTwice deliveries of the same body stored more than once
 * @param fromNowhere decisions without a signal that was sent
 * @param positions opened in all
 */
record Audit(
    long promised,
    long lost,
    long undecided,
    long secondDecisions,
    long secondPositions,
    long storedTwice,
    long fromNowhere,
    long positions) {

  private static final int SLICE = 5000;

  static Audit of(List<Promise> promises, long lastNumber, CrashingPostgres database)
      throws SQLException {
    long lost = 0;
    for (int from = 0; from < promises.size(); from += SLICE) {
      List<Promise> slice = promises.subList(from, Math.min(from + SLICE, promises.size()));
      lost += lost(slice, database);
    }
    return new Audit(
        promises.stream().map(Promise::id).distinct().count(),
        lost,
        database.count(
            """
            SELECT count(*) FROM signals s WHERE status <> 'DEAD'
              AND NOT EXISTS (SELECT FROM decisions d WHERE d.signal_id = s.id)
            """),
        database.count("SELECT count(*) - count(DISTINCT signal_id) FROM decisions"),
        database.count("SELECT count(*) - count(DISTINCT signal_id) FROM positions"),
        database.count("SELECT count(*) - count(DISTINCT metadata->>'n') FROM signals"),
        database.count(
            "SELECT count(*) FROM decisions d LEFT JOIN signals s ON s.id = d.signal_id"
                + " WHERE s.id IS NULL OR (s.metadata->>'n')::bigint > "
                + lastNumber),
        database.count("SELECT count(*) FROM positions"));
  }

  private static long lost(List<Promise> slice, CrashingPostgres database) throws SQLException {
    List<String> rows = new ArrayList<>();
    slice.forEach(promise -> rows.add("('" + promise.id() + "'::uuid," + promise.number() + ")"));
    return database.count(
        "SELECT count(*) FROM (VALUES "
            + String.join(",", rows)
            + ") p (id, n) LEFT JOIN signals s ON s.id = p.id AND (s.metadata->>'n')::bigint = p.n"
            + " WHERE s.id IS NULL");
  }

  boolean holds() {
    return lost + undecided + secondDecisions + secondPositions + storedTwice + fromNowhere == 0;
  }

  /** Waits until nothing is undecided. */
  static void awaitAllDecided(CrashingPostgres database) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .until(() -> database.count("SELECT count(*) FROM signals WHERE status = 'RECEIVED'") == 0);
  }
}
