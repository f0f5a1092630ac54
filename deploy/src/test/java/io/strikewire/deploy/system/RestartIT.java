package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
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
      assertThat(listening(strikewire.pid())).isEqualTo(1);
      assertThat(strikewire.stop()).as("exit code after SIGTERM").isZero();
      await()
          .alias("the database it started is gone")
          .atMost(Duration.ofSeconds(20))
          .until(() -> Files.notExists(data.resolve("postgres/postmaster.pid")));
    }
  }

  private static String query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** How many TCP sockets the process itself listens on. */
  private static long listening(long pid) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      var sockets =
          open.map(RestartIT::target)
              .filter(target -> target.startsWith("socket:["))
              .map(target -> target.substring("socket:[".length(), target.length() - 1))
              .collect(java.util.stream.Collectors.toSet());
      return Stream.of("tcp", "tcp6")
          .flatMap(family -> lines(Path.of("/proc", Long.toString(pid), "net", family)))
          .map(line -> line.strip().split("\\s+"))
          .filter(field -> field.length > 9 && field[3].equals("0A") && sockets.contains(field[9]))
          .count();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException absent) {
      return Stream.empty();
    }
  }
}
