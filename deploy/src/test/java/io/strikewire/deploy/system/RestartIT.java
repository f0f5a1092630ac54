package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
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
      strikewire.startAgain(Map.of("COOLDOWN_SECONDS", "77"));

      assertThat(alerts.decided(id).getString("decision.decision")).isEqualTo("ENTER");
      alerts.position(id);
      try (Connection look = DriverManager.getConnection(strikewire.jdbcUrl())) {
        assertThat(query(look, "SELECT count(*) FROM signals")).isEqualTo("1");
        assertThat(query(look, "SELECT count(*) FROM decisions")).isEqualTo("1");
        assertThat(query(look, "SELECT count(*) FROM positions")).isEqualTo("1");
        assertThat(query(look, "SHOW fsync")).isEqualTo("on");
        assertThat(query(look, "SHOW synchronous_commit")).isEqualTo("on");
      }
      theChangedSettingIsOnRecord(strikewire);
      assertThat(Files.readString(data.resolve("console.log")).split("Settings in force"))
          .as("each of the two starts starts the application once")
          .hasSize(3);
      assertThat(OpenSockets.of(strikewire.pid())).containsExactly("loopback:" + strikewire.port());
      assertThat(strikewire.stop()).as("exit code after SIGTERM").isZero();
      assertThat(data.resolve("postgres/postmaster.pid"))
          .as("the database it started is gone")
          .doesNotExist();
      stoppedWhileItStartsItSaysSoAndNothingElse(strikewire);
    }
  }

  /**
   * Each start sets its clock to the same moment: which of the records is the later is not said.
   */
  private static void theChangedSettingIsOnRecord(RunningStrikewire strikewire) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                JsonPath.from(strikewire.get("/audit?action=SETTINGS&actor=configuration").body())
                    .<String>getList(
                        "items.payload.changed.'strikewire.validation.cooldown-seconds'.to"),
            changes -> changes.contains("77"));
  }

  /** Once while its database starts, once while the application is deployed. */
  private void stoppedWhileItStartsItSaysSoAndNothingElse(RunningStrikewire strikewire)
      throws Exception {
    Path log = data.resolve("logs/strikewire.0.log");
    Path console = data.resolve("console.log");
    for (Path sign : List.of(data.resolve("postgres/postmaster.pid"), log)) {
      Files.write(log, new byte[0]);
      Files.write(console, new byte[0]);
      strikewire.startUnattended();
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(50))
          .until(() -> Files.exists(sign) && (sign != log || Files.size(log) > 0));
      assertThat(strikewire.stop()).as("exit code after SIGTERM").isZero();
      assertThat(Files.readString(console))
          .contains("stopped before it was ready")
          .doesNotContain("is ready", "Exception");
      assertThat(Files.readString(log)).doesNotContain("\"level\":\"ERROR\"", "Exception");
      assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
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
