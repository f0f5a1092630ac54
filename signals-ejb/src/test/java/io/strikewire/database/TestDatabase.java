package io.strikewire.database;

import io.strikewire.db.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL with our schema, whose sessions are on purpose not in UTC. */
public final class TestDatabase implements AutoCloseable {

  private final EmbeddedPostgres server;

  private TestDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  public static TestDatabase start() throws IOException {
    TestDatabase database =
        new TestDatabase(
            EmbeddedPostgres.builder()
                .setServerConfig("timezone", "America/Los_Angeles")
                .setServerConfig("deadlock_timeout", "200ms")
                .start());
    new Migrations(database.source("")).apply();
    return database;
  }

  /** A source whose sessions run with these options, such as {@code -c statement_timeout=1s}. */
  public DataSource source(String options) {
    PGSimpleDataSource source = (PGSimpleDataSource) server.getPostgresDatabase();
    source.setOptions(options);
    return source;
  }

  public void execute(String sql) throws SQLException {
    try (Connection connection = source("").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public long count(String query) throws SQLException {
    try (Connection connection = source("").getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
