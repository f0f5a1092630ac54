package io.strikewire.audit.jdbc;

import io.strikewire.audit.AuditFinding;
import io.strikewire.audit.AuditRecord;
import io.strikewire.audit.chain.Anchor;
import io.strikewire.audit.chain.ChainCheck;
import io.strikewire.audit.chain.ChainEnd;
import io.strikewire.retention.KeptRecords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The oldest stretch of a chain: read, checked once more, and deleted except for what stays. What
 * is changed is not deleted: a broken chain is left as it is, for whoever has to look at it.
 */
public final class OldRecords {

  private static final String STRETCH =
      "SELECT "
          + ChainRows.COLUMNS
          + ", "
          + Anchors.STAYS
          + " AS stays, CASE WHEN action = 'DECISION' THEN (payload::jsonb ->> 'sequence')::bigint"
          + " END AS sequence FROM audit_log l WHERE chain = ? AND id > ? ORDER BY id LIMIT ?";

  private static final String LAST_SIGNAL =
      "SELECT signal_id::text FROM decisions WHERE portfolio = ? ORDER BY sequence DESC LIMIT 1";

  private static final String DELETE =
      "DELETE FROM audit_log l WHERE chain = ? AND id > ? AND id <= ? AND NOT " + Anchors.STAYS;

  private static final String FORGET_CHECKPOINTS =
      "DELETE FROM audit_checkpoints WHERE chain = ? AND id < ?";

  private static final String NOTE =
      """
      INSERT INTO audit_pending (chain, at, actor, action, subject, payload)
      VALUES ('system', ?, 'strikewire', 'RETENTION', ?, json_build_object(
        'chain', ?::text, 'id', ?::bigint, 'hash', ?::text, 'kept', ?::text,
        'deleted', ?::bigint)::text)
      """;

  private final Connection connection;
  private final Anchor before;

  /** Behind a chain's beginning, which the transaction holds. */
  public OldRecords(Connection connection, Anchor before) {
    this.connection = connection;
    this.before = before;
  }

  /** The chain's next beginning: behind the last record that is old; the same when none is. */
  public Anchor after(Instant cutoff, int most) throws SQLException {
    Optional<String> lastSignal = lastSignal();
    List<AuditRecord> old = new ArrayList<>();
    long decided = before.decided();
    String kept = before.kept();
    try (PreparedStatement query = connection.prepareStatement(STRETCH)) {
      query.setString(1, before.chain());
      query.setLong(2, before.end().id());
      query.setInt(3, most);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          AuditRecord record = ChainRows.record(rows);
          if (!record.at().isBefore(cutoff) || isOf(record, lastSignal)) {
            break;
          }
          old.add(record);
          decided = Math.max(decided, rows.getLong("sequence"));
          if (rows.getBoolean("stays")) {
            kept = KeptRecords.with(kept, record.id(), record.hash());
          }
        }
      }
    }
    if (old.isEmpty()) {
      return before;
    }
    ChainEnd end = ChainEnd.at(old.get(old.size() - 1));
    Optional<AuditFinding> broken = ChainCheck.check(old, before.end(), end);
    if (broken.isPresent()) {
      throw new IllegalStateException("nothing is deleted of a broken chain: " + broken.get());
    }
    return new Anchor(end, decided, before.looked(), kept);
  }

  /** A portfolio's last decision stays as it is: the next one is numbered after it. */
  private Optional<String> lastSignal() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LAST_SIGNAL)) {
      query.setString(1, before.chain());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  private static boolean isOf(AuditRecord record, Optional<String> signal) {
    return record.signal().isPresent() && record.signal().map(Object::toString).equals(signal);
  }

  /** Deletes what is up to the new beginning and does not stay; how many records. */
  public int delete(Anchor anchor, Instant now) throws SQLException {
    int deleted;
    try (PreparedStatement allow =
            connection.prepareStatement("SET LOCAL strikewire.retention = 'on'");
        PreparedStatement delete = connection.prepareStatement(DELETE);
        PreparedStatement forget = connection.prepareStatement(FORGET_CHECKPOINTS)) {
      allow.execute();
      delete.setString(1, anchor.chain());
      delete.setLong(2, before.end().id());
      delete.setLong(3, anchor.end().id());
      deleted = delete.executeUpdate();
      forget.setString(1, anchor.chain());
      forget.setLong(2, anchor.end().id());
      forget.executeUpdate();
    }
    note(anchor, deleted, now);
    return deleted;
  }

  private void note(Anchor anchor, int deleted, Instant now) throws SQLException {
    try (PreparedStatement note = connection.prepareStatement(NOTE)) {
      note.setObject(1, now.atOffset(ZoneOffset.UTC));
      note.setString(2, anchor.chain());
      note.setString(3, anchor.chain());
      note.setLong(4, anchor.end().id());
      note.setString(5, anchor.end().hash());
      note.setString(6, anchor.kept());
      note.setInt(7, deleted);
      note.executeUpdate();
    }
  }
}
