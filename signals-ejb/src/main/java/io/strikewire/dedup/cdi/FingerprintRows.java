package io.strikewire.dedup.cdi;

import io.strikewire.dedup.DuplicateWindow.Holder;
import io.strikewire.pipeline.jdbc.Columns;
import io.strikewire.signal.Fingerprint;
import io.strikewire.signal.SignalId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The table of fingerprints, many rows at a time. */
final class FingerprintRows {

  private static final String READ =
      "SELECT fingerprint, signal_id, seen_at FROM fingerprints WHERE fingerprint = ANY (?)";

  private static final String WRITE =
      """
      INSERT INTO fingerprints (fingerprint, signal_id, seen_at)
      SELECT * FROM unnest(?::text[], ?::uuid[], ?::timestamptz[])
      ON CONFLICT (fingerprint)
      DO UPDATE SET signal_id = excluded.signal_id, seen_at = excluded.seen_at
      """;

  private FingerprintRows() {}

  static Map<Fingerprint, Holder> read(Connection connection, Collection<Fingerprint> asked)
      throws SQLException {
    Map<Fingerprint, Holder> holders = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(READ)) {
      query.setArray(1, new Columns<>(connection, asked).texts(Fingerprint::hex));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          holders.put(
              new Fingerprint(rows.getString(1)),
              new Holder(
                  new SignalId(rows.getObject(2, UUID.class)),
                  rows.getObject(3, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return holders;
  }

  /** Writes holders by fingerprint. */
  static void write(Connection connection, Map<String, Holder> holders) throws SQLException {
    if (holders.isEmpty()) {
      return;
    }
    Columns<Map.Entry<String, Holder>> columns = new Columns<>(connection, holders.entrySet());
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      write.setArray(1, columns.texts(Map.Entry::getKey));
      write.setArray(2, columns.uuids(entry -> entry.getValue().signal().value()));
      write.setArray(3, columns.instants(entry -> entry.getValue().since()));
      write.executeUpdate();
    }
  }
}
