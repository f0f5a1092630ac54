package io.strikewire.audit.jdbc;

import io.strikewire.audit.AuditFinding;
import io.strikewire.audit.AuditFinding.Kind;
import io.strikewire.audit.AuditRecord;
import io.strikewire.audit.chain.Anchor;
import io.strikewire.audit.chain.ChainEnd;
import io.strikewire.retention.KeptRecords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Whether a chain rightly begins where it does: a checkpoint signs that place, a record of the
 * retention says so, and what stayed from before is what it was. The signature itself is looked at
 * with all others.
 */
final class BeginningCheck {

  private static final String BACKED =
      """
      SELECT EXISTS (SELECT FROM audit_checkpoints c
                     WHERE c.chain = a.chain AND c.id = a.id AND c.hash = a.hash) AS signed,
             EXISTS (SELECT FROM (
                       SELECT payload FROM audit_log
                       WHERE chain = 'system' AND action = 'RETENTION' AND subject = a.chain
                       UNION ALL
                       SELECT payload FROM audit_pending
                       WHERE action = 'RETENTION' AND subject = a.chain) n
                     WHERE (n.payload::jsonb ->> 'id')::bigint = a.id
                       AND n.payload::jsonb ->> 'hash' = encode(a.hash, 'hex')
                       AND n.payload::jsonb ->> 'kept' = encode(a.kept, 'hex')) AS recorded
      FROM audit_anchors a WHERE a.chain = ?
      """;

  private static final String BEFORE =
      "SELECT "
          + ChainRows.COLUMNS
          + ", "
          + Anchors.STAYS
          + " AS stays FROM audit_log l WHERE chain = ? AND id <= ? ORDER BY id";

  private static final int FETCHED = 1000;

  private BeginningCheck() {}

  static Optional<AuditFinding> check(Connection database, Anchor anchor) throws SQLException {
    return anchor.end().id() == 0
        ? Optional.empty()
        : backed(database, anchor).or(() -> before(database, anchor));
  }

  private static Optional<AuditFinding> backed(Connection database, Anchor anchor)
      throws SQLException {
    try (PreparedStatement query = database.prepareStatement(BACKED)) {
      query.setString(1, anchor.chain());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        if (!row.getBoolean("signed")) {
          return found(Kind.MISSING, anchor, "all before is gone, and no checkpoint signs for it");
        }
        return row.getBoolean("recorded")
            ? Optional.empty()
            : found(Kind.MISSING, anchor, "all before is gone, and no retention is on record");
      }
    }
  }

  private static Optional<AuditFinding> before(Connection database, Anchor anchor) {
    String kept = KeptRecords.NONE;
    try (PreparedStatement query = database.prepareStatement(BEFORE)) {
      query.setFetchSize(FETCHED);
      query.setString(1, anchor.chain());
      query.setLong(2, anchor.end().id());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          AuditRecord record = ChainRows.record(rows);
          if (!ChainEnd.isSound(record) || !rows.getBoolean("stays")) {
            return Optional.of(
                new AuditFinding(
                    rows.getBoolean("stays") ? Kind.ALTERED : Kind.INSERTED,
                    anchor.chain(),
                    record.id(),
                    "it stands before the chain's beginning and is not what stayed there"));
          }
          kept = KeptRecords.with(kept, record.id(), record.hash());
        }
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read what stayed of " + anchor.chain(), broken);
    }
    return kept.equals(anchor.kept())
        ? Optional.empty()
        : found(Kind.ALTERED, anchor, "what stayed from before is not what it was");
  }

  private static Optional<AuditFinding> found(Kind kind, Anchor anchor, String detail) {
    return Optional.of(new AuditFinding(kind, anchor.chain(), anchor.end().id(), detail));
  }
}
