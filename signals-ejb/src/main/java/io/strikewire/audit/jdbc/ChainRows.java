package io.strikewire.audit.jdbc;

import io.strikewire.audit.AuditRecord;
import io.strikewire.audit.chain.ChainEnd;
import io.strikewire.audit.chain.Fact;
import io.strikewire.pipeline.jdbc.Columns;
import io.strikewire.signal.SignalId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Records as rows, many in one statement. */
final class ChainRows {

  static final String COLUMNS =
      "chain, id, at, actor, action, subject, symbol, signal_id, payload, previous, hash";

  private static final HexFormat HEX = HexFormat.of();

  private static final String INSERT =
      """
      INSERT INTO audit_log (chain, id, at, actor, action, subject, symbol, signal_id, payload,
                             previous, hash)
      SELECT ?, r.id, r.at, r.actor, r.action, r.subject, r.symbol, r.signal_id, r.payload,
             decode(r.previous, 'hex'), decode(r.hash, 'hex')
      FROM unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::uuid[], ?::text[], ?::text[], ?::text[])
        AS r (id, at, actor, action, subject, symbol, signal_id, payload, previous, hash)
      """;

  private ChainRows() {}

  static void insert(Connection connection, String chain, List<AuditRecord> records)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, chain);
      Columns<AuditRecord> columns = new Columns<>(connection, records);
      insert.setArray(2, columns.longs(AuditRecord::id));
      insert.setArray(3, columns.instants(AuditRecord::at));
      insert.setArray(4, columns.texts(AuditRecord::actor));
      insert.setArray(5, columns.texts(AuditRecord::action));
      insert.setArray(6, columns.texts(AuditRecord::subject));
      insert.setArray(7, columns.texts(record -> record.symbol().orElse(null)));
      insert.setArray(
          8, columns.texts(record -> record.signal().map(SignalId::toString).orElse(null)));
      insert.setArray(9, columns.texts(AuditRecord::payload));
      insert.setArray(10, columns.texts(AuditRecord::previous));
      insert.setArray(11, columns.texts(AuditRecord::hash));
      insert.executeUpdate();
    }
  }

  static AuditRecord record(ResultSet row) throws SQLException {
    Fact fact = fact(row);
    return new AuditRecord(
        row.getString("chain"),
        row.getLong("id"),
        fact.at(),
        fact.actor(),
        fact.action(),
        fact.subject(),
        fact.symbol(),
        fact.signal(),
        fact.payload(),
        HEX.formatHex(row.getBytes("previous")),
        HEX.formatHex(row.getBytes("hash")));
  }

  static Fact fact(ResultSet row) throws SQLException {
    return new Fact(
        instant(row),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        Optional.ofNullable(row.getString("symbol")),
        Optional.ofNullable(row.getObject("signal_id", UUID.class)).map(SignalId::new),
        row.getString("payload"));
  }

  static ChainEnd end(ResultSet row) throws SQLException {
    return new ChainEnd(
        row.getString("chain"), row.getLong("id"), HEX.formatHex(row.getBytes("hash")));
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }
}
