package io.strikewire.intake.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a multi-row statement: one array for each, so that the statement is always the same.
 */
record Columns(Connection connection) {

  Array texts(Collection<? extends @Nullable String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }

  Array uuids(Collection<UUID> values) throws SQLException {
    return connection.createArrayOf("uuid", values.toArray());
  }

  /** As text: ISO 8601 is what PostgreSQL reads. */
  Array instants(Collection<Instant> values) throws SQLException {
    return connection.createArrayOf(
        "timestamptz", values.stream().map(Instant::toString).toArray());
  }
}
