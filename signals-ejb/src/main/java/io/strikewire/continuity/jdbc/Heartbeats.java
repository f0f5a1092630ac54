package io.strikewire.continuity.jdbc;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** When strategies that report regularly last did. */
@ApplicationScoped
public class Heartbeats {

  private static final String BEAT =
      """
      INSERT INTO heartbeats (strategy, interval_seconds, last_at) VALUES (?, ?, ?)
      ON CONFLICT (strategy) DO UPDATE
        SET interval_seconds = excluded.interval_seconds,
            last_at = greatest(heartbeats.last_at, excluded.last_at)
      """;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  /** One strategy's promise and its last report. */
  public record Heartbeat(String strategy, Duration interval, Instant last) {}

  /** A strategy reports. */
  public void beat(String strategy, Duration interval, Instant now) {
    try (Connection connection = database.getConnection();
        PreparedStatement beat = connection.prepareStatement(BEAT)) {
      beat.setString(1, strategy);
      beat.setLong(2, interval.toSeconds());
      beat.setObject(3, now.atOffset(ZoneOffset.UTC));
      beat.executeUpdate();
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot store the heartbeat of " + strategy, broken);
    }
  }

  /** All of them. */
  public List<Heartbeat> all() {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT strategy, interval_seconds, last_at FROM heartbeats");
        ResultSet rows = query.executeQuery()) {
      List<Heartbeat> all = new ArrayList<>();
      while (rows.next()) {
        all.add(
            new Heartbeat(
                rows.getString(1),
                Duration.ofSeconds(rows.getInt(2)),
                rows.getObject(3, OffsetDateTime.class).toInstant()));
      }
      return all;
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read heartbeats", broken);
    }
  }
}
