package io.strikewire.web.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/** One look at the database: that it answers, how fast, and what it says about itself. */
@ApplicationScoped
public class DatabaseLook {

  private static final String LOOK =
      """
      SELECT (SELECT version FROM flyway_schema_history WHERE success
              ORDER BY installed_rank DESC LIMIT 1) AS version,
             clock_timestamp() AS now,
             pg_database_size(current_database()) AS bytes,
             count(*) FILTER (WHERE state <> 'idle') AS in_use,
             count(*) FILTER (WHERE state = 'idle') AS free
      FROM pg_stat_activity
      WHERE application_name = 'strikewire' AND datname = current_database()
      """;

  private static final int SECONDS = 2;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  /**
   * What was seen.
   *
   * @param version of the schema
   * @param inUse connections of the service, of all its instances, with a statement or transaction
   * @param free connections of the service that wait in pools
   * @param clockSkewSeconds by how much the database's clock is ahead of this machine's
   */
  public record Seen(
      String version,
      int inUse,
      int free,
      long bytes,
      double roundTripMs,
      double clockSkewSeconds) {}

  /**
   * Looks.
   *
   * @throws IllegalStateException if the database does not answer within 2 s
   */
  public Seen look() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(SECONDS);
      long began = System.nanoTime();
      statement.execute("SELECT 1");
      double ms = (System.nanoTime() - began) / 1e6;
      try (ResultSet row = statement.executeQuery(LOOK)) {
        row.next();
        Instant there = row.getObject("now", OffsetDateTime.class).toInstant();
        return new Seen(
            String.valueOf(row.getString("version")),
            row.getInt("in_use"),
            row.getInt("free"),
            row.getLong("bytes"),
            Math.round(ms * 1000) / 1000.0,
            Duration.between(Clock.systemUTC().instant(), there).toMillis() / 1000.0);
      }
    } catch (SQLException away) {
      throw new IllegalStateException("the database does not answer", away);
    }
  }
}
