package io.strikewire.gex.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row to insert: each value beside its column's name. Arrays are plain Java arrays. */
final class Insertion {

  private final Connection connection;
  private final String table;
  private final List<String> columns = new ArrayList<>();
  private final List<@Nullable Object> values = new ArrayList<>();

  Insertion(Connection connection, String table) {
    this.connection = connection;
    this.table = table;
  }

  Insertion set(String column, @Nullable Object value) {
    columns.add(column);
    values.add(value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
    return this;
  }

  /** How many rows were inserted: none when the key was there. */
  int run() throws SQLException {
    String sql =
        "INSERT INTO "
            + table
            + " ("
            + String.join(", ", columns)
            + ") VALUES ("
            + String.join(", ", Collections.nCopies(columns.size(), "?"))
            + ") ON CONFLICT DO NOTHING";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      return statement.executeUpdate();
    }
  }
}
