package io.strikewire.web.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the database answers, how fast, and at which version its schema stands. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {

  private static final String VERSION =
      "SELECT version FROM flyway_schema_history WHERE success ORDER BY installed_rank DESC LIMIT"
          + " 1";

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Override
  public HealthCheckResponse call() {
    long began = System.nanoTime();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(2);
      try (ResultSet row = statement.executeQuery(VERSION)) {
        String version = row.next() ? row.getString(1) : "none";
        return HealthCheckResponse.named("database")
            .up()
            .withData("connected", true)
            .withData("roundTripMs", (System.nanoTime() - began) / 1_000_000)
            .withData("migrationVersion", version)
            .build();
      }
    } catch (SQLException down) {
      return HealthCheckResponse.named("database").down().withData("connected", false).build();
    }
  }
}
