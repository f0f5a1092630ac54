package io.strikewire.deploy.backup;

import io.strikewire.deploy.backup.Manifest.Migration;
import io.strikewire.deploy.backup.Manifest.Sequence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the current schema of a database consists of. */
final class Catalog {

  static final String HISTORY = "flyway_schema_history";

  /** So that the same rows are the same bytes, whatever the session's own habits are. */
  private static final String HABITS =
      "SET TIME ZONE 'UTC'; SET datestyle = 'ISO, MDY'; SET intervalstyle = 'postgres';"
          + " SET bytea_output = 'hex'; SET extra_float_digits = 1; SET client_encoding = 'UTF8'";

  private static final String TABLES =
      """
      SELECT c.relname AS name, string_agg(quote_ident(a.attname), ',' ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
        AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
      GROUP BY c.relname ORDER BY c.relname
      """;

  private static final String REFERENCES =
      """
      SELECT c.conrelid::regclass::text AS child, c.confrelid::regclass::text AS parent
      FROM pg_constraint c
      WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace
        AND c.conrelid <> c.confrelid
      """;

  private static final String KEY =
      """
      SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY array_position(i.indkey, a.attnum))
      FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
      WHERE i.indisprimary AND i.indrelid = (quote_ident(current_schema()) || '.' || '%s')::regclass
      """;

  private static final String SEQUENCES =
      """
      SELECT c.relname FROM pg_class c
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'S' ORDER BY c.relname
      """;

  private final Connection connection;

  /** The one that a connection sees; its session's habits are set. */
  Catalog(Connection connection) throws SQLException {
    this.connection = connection;
    execute(HABITS);
  }

  /** Every table with its columns, each after those it refers to; the history is not among them. */
  Map<String, List<String>> tables() throws SQLException {
    Map<String, List<String>> unordered = new LinkedHashMap<>();
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(TABLES)) {
      while (rows.next()) {
        unordered.put(rows.getString("name"), List.of(rows.getString("columns").split(",")));
      }
    }
    unordered.remove(HISTORY);
    return ordered(unordered, references());
  }

  private static Map<String, List<String>> ordered(
      Map<String, List<String>> unordered, Map<String, List<String>> parents) {
    Map<String, List<String>> ordered = new LinkedHashMap<>();
    while (ordered.size() < unordered.size()) {
      int before = ordered.size();
      unordered.forEach(
          (table, columns) -> {
            if (ordered.keySet().containsAll(parents.getOrDefault(table, List.of()))) {
              ordered.putIfAbsent(table, columns);
            }
          });
      if (ordered.size() == before) {
        throw new IllegalStateException("tables refer to each other in a circle");
      }
    }
    return ordered;
  }

  private Map<String, List<String>> references() throws SQLException {
    Map<String, List<String>> parents = new LinkedHashMap<>();
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(REFERENCES)) {
      while (rows.next()) {
        parents
            .computeIfAbsent(rows.getString("child"), first -> new ArrayList<>())
            .add(rows.getString("parent"));
      }
    }
    return parents;
  }

  /** The statement that writes a table's rows, in the order of its key. */
  String export(String table, List<String> columns) throws SQLException {
    String list = String.join(", ", columns);
    String key = text(KEY.formatted(table));
    return "COPY (SELECT "
        + list
        + " FROM "
        + table
        + " ORDER BY "
        + (key == null ? list : key)
        + ") TO STDOUT";
  }

  /** Where every sequence stands. */
  List<Sequence> sequences() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(SEQUENCES)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    List<Sequence> sequences = new ArrayList<>();
    for (String name : names) {
      try (Statement query = connection.createStatement();
          ResultSet row = query.executeQuery("SELECT last_value, is_called FROM " + name)) {
        row.next();
        sequences.add(new Sequence(name, row.getLong(1), row.getBoolean(2)));
      }
    }
    return sequences;
  }

  /** The migrations that were applied, in their order. */
  List<Migration> migrations() throws SQLException {
    List<Migration> migrations = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet rows =
            query.executeQuery(
                "SELECT script, checksum FROM "
                    + HISTORY
                    + " WHERE success AND version IS NOT NULL ORDER BY installed_rank")) {
      while (rows.next()) {
        migrations.add(new Migration(rows.getString(1), rows.getInt(2)));
      }
    }
    return migrations;
  }

  /** Whether the schema has any table. */
  boolean isEmpty() throws SQLException {
    return text("SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm')"
            + " AND relnamespace = current_schema()::regnamespace")
        .equals("0");
  }

  /** The one value that a query gives; null when it has none. */
  @org.jspecify.annotations.Nullable
  String text(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
