package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process dies in the middle, and nothing is lost or done twice. */
class RestartIT {

  private static final String PORTFOLIO_LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('strikewire/main', 0))";

  @TempDir private Path data;

  @Test
  void killed_between_acceptance_and_decision_the_signal_is_decided_once_after_the_restart()
      throws Exception {
    try (RunningStrikewire strikewire =
        RunningStrikewire.start(data, Map.of("STRIKEWIRE_CLOCK", RunningStrikewire.MONDAY))) {
      Alerts alerts = new Alerts(strikewire);
      alerts.report(14.8);
      String id;
      try (Connection other = DriverManager.getConnection(strikewire.jdbcUrl())) {
        other.setAutoCommit(false);
        query(other, PORTFOLIO_LOCK);
        id = alerts.accepted(alerts.entry("SPY", ",\"premium\":4.2"));
        assertThat(query(other, "SELECT status FROM signals")).isEqualTo("RECEIVED");
        strikewire.killHard();
        assertThat(query(other, "SELECT status FROM signals")).isEqualTo("RECEIVED");
      }
      strikewire.startAgain();

      assertThat(alerts.decided(id).getString("decision.decision")).isEqualTo("ENTER");
      alerts.position(id);
      try (Connection look = DriverManager.getConnection(strikewire.jdbcUrl())) {
        assertThat(query(look, "SELECT count(*) FROM signals")).isEqualTo("1");
        assertThat(query(look, "SELECT count(*) FROM decisions")).isEqualTo("1");
        assertThat(query(look, "SELECT count(*) FROM positions")).isEqualTo("1");
        assertThat(query(look, "SHOW fsync")).isEqualTo("on");
        assertThat(query(look, "SHOW synchronous_commit")).isEqualTo("on");
      }
      assertThat(OpenSockets.of(strikewire.pid())).containsExactly("loopback:" + strikewire.port());
      assertThat(strikewire.stop()).as("exit code after SIGTERM").isZero();
      assertThat(data.resolve("postgres/postmaster.pid"))
          .as("the database it started is gone")
          .doesNotExist();
    }
  }

  private static String query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
