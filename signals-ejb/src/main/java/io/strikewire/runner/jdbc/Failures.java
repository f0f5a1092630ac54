package io.strikewire.runner.jdbc;

import io.strikewire.signal.SignalId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Signals whose route failed: tried again with growing pauses, then given up as dead. */
final class Failures {

  private static final System.Logger LOG = System.getLogger(Failures.class.getName());
  private static final int DETAIL = 2000;

  /** As in {@link Outcomes#SIGNALS}, by the signal's name and not by the index of the undecided. */
  static final String ATTEMPT =
      """
      UPDATE signals SET attempts = attempts + 1, next_attempt_at = ?::timestamptz
             + (interval '1 second' * least(power(2, attempts), 300)),
             status = CASE WHEN attempts + 1 >= ? THEN 'DEAD' ELSE status END
      WHERE id = ? AND status || '' = 'RECEIVED'
      RETURNING status = 'DEAD'
      """;

  private static final String ERROR =
      """
      INSERT INTO processing_errors (id, signal_id, stage, code, detail, dead, created_at)
      VALUES (?, ?, 'ROUTE', 'FAILED', ?, ?, ?)
      """;

  private Failures() {}

  private static Map<String, Object> line(SignalId id, String cause) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("correlation_id", id);
    line.put("trace_id", id.traceId());
    line.put("outcome", "DEAD");
    line.put("stage", "ROUTE");
    line.put("reason", cause);
    return line;
  }

  static void record(
      Connection connection, UUID errorId, SignalId id, String cause, int attempts, Instant now)
      throws SQLException {
    boolean dead;
    try (PreparedStatement attempt = connection.prepareStatement(ATTEMPT)) {
      attempt.setObject(1, now.atOffset(ZoneOffset.UTC));
      attempt.setInt(2, attempts);
      attempt.setObject(3, id.value());
      try (ResultSet row = attempt.executeQuery()) {
        if (!row.next()) {
          return;
        }
        dead = row.getBoolean(1);
      }
    }
    try (PreparedStatement error = connection.prepareStatement(ERROR)) {
      error.setObject(1, errorId);
      error.setObject(2, id.value());
      error.setString(3, cause.length() <= DETAIL ? cause : cause.substring(0, DETAIL));
      error.setBoolean(4, dead);
      error.setObject(5, now.atOffset(ZoneOffset.UTC));
      error.executeUpdate();
    }
    if (dead) {
      LOG.log(System.Logger.Level.ERROR, "given up {0}", List.of(line(id, cause)));
      Outcomes.count(connection, new TreeMap<>(Map.of(new Outcomes.Total("DEAD", ""), 1L)));
    }
  }
}
