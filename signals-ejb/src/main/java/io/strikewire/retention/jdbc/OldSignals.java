package io.strikewire.retention.jdbc;

import io.strikewire.audit.chain.Anchor;
import io.strikewire.pipeline.jdbc.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Signals and decisions whose records are behind their chain's beginning. */
final class OldSignals {

  private static final String STRETCH =
      """
      SELECT coalesce(max(sequence), 0) FROM (
        SELECT sequence FROM decisions WHERE portfolio = ? AND sequence > ? AND sequence <= ?
        ORDER BY sequence LIMIT ?) d
      """;

  private static final String UNTRADED =
      """
      SELECT d.signal_id FROM decisions d
      WHERE d.portfolio = ? AND d.sequence > ? AND d.sequence <= ?
        AND NOT EXISTS (SELECT FROM orders o WHERE o.signal_id = d.signal_id)
        AND NOT EXISTS (SELECT FROM positions p WHERE p.signal_id = d.signal_id)
      """;

  /** In the order in which they refer to each other. */
  private static final List<String> DELETES =
      List.of(
          "DELETE FROM risk_violations WHERE signal_id = ANY (?::uuid[])",
          "DELETE FROM processing_errors WHERE signal_id = ANY (?::uuid[])",
          "DELETE FROM decisions WHERE signal_id = ANY (?::uuid[])",
          "DELETE FROM signals WHERE id = ANY (?::uuid[])");

  private static final String FINGERPRINTS =
      """
      DELETE FROM fingerprints WHERE fingerprint IN (
        SELECT fingerprint FROM fingerprints WHERE seen_at < ? LIMIT ? FOR UPDATE SKIP LOCKED)
      """;

  private OldSignals() {}

  /**
   * Deletes those of the next stretch of decisions that were not traded.
   *
   * @return the anchor with its decisions looked through as far as this went
   */
  static Anchor delete(Connection connection, Anchor anchor, int most) throws SQLException {
    long last = stretch(connection, anchor, most);
    if (last <= anchor.looked()) {
      return anchor;
    }
    List<UUID> signals = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(UNTRADED)) {
      query.setString(1, anchor.chain());
      query.setLong(2, anchor.looked());
      query.setLong(3, last);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          signals.add(rows.getObject(1, UUID.class));
        }
      }
    }
    for (String sql : DELETES) {
      try (PreparedStatement delete = connection.prepareStatement(sql)) {
        delete.setArray(1, new Columns<>(connection, signals).uuids(id -> id));
        delete.executeUpdate();
      }
    }
    return anchor.lookedTo(last);
  }

  private static long stretch(Connection connection, Anchor anchor, int most) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(STRETCH)) {
      query.setString(1, anchor.chain());
      query.setLong(2, anchor.looked());
      query.setLong(3, anchor.decided());
      query.setInt(4, most);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Deletes fingerprints that no signal can meet any more; how many. */
  static int deleteFingerprints(Connection connection, Instant cutoff, int most)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(FINGERPRINTS)) {
      delete.setObject(1, cutoff.atOffset(ZoneOffset.UTC));
      delete.setInt(2, most);
      return delete.executeUpdate();
    }
  }
}
