package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service on a database of a million signals. PostgreSQL itself explains every statement that it
 * is given (auto_explain), so that no list of hot queries can forget one: none may read a large
 * table from end to end, or go through many rows of one for the few that it wants.
 */
@Tag("scale")
class ScaleIT {

  /** From here on a table is large, and so is a reading of it. */
  private static final int MANY = 10_000;

  @TempDir private Path data;

  @Test
  void at_a_million_signals_no_question_reads_a_large_table_from_end_to_end() throws Exception {
    Path cluster = data.resolve("cluster");
    try (EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("session_preload_libraries", "auto_explain")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_destination", "jsonlog")
                .setServerConfig("log_directory", "log")
                .start();
        RunningStrikewire strikewire =
            RunningStrikewire.start(
                data,
                Map.of(
                    "STRIKEWIRE_CLOCK",
                    RunningStrikewire.MONDAY,
                    "DATABASE_URL",
                    "postgres://postgres:postgres@127.0.0.1:" + postgres.getPort() + "/postgres"));
        Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(Path.of("src/test/resources/million.sql")));
      statement.execute("VACUUM ANALYZE");
      Set<String> large = large(statement);
      assertThat(large).contains("signals", "decisions", "audit_log", "positions", "orders");
      explain(statement, true);
      TimeUnit.SECONDS.sleep(2);
      Questions.ask(new Alerts(strikewire));
      TimeUnit.SECONDS.sleep(3);
      explain(statement, false);
      Plans plans = Plans.of(cluster.resolve("log"), large, MANY);
      Files.write(Path.of("target", "scale.txt"), plans.report(), StandardCharsets.UTF_8);
      assertThat(plans.asked()).containsAll(large);
      assertThat(plans.faults()).isEmpty();
    }
  }

  private static void explain(Statement statement, boolean on) throws Exception {
    for (String setting :
        List.of(
            "log_min_duration = " + (on ? 0 : -1),
            "log_format = json",
            "log_analyze = on",
            "log_timing = off",
            "log_nested_statements = on")) {
      statement.execute("ALTER SYSTEM SET auto_explain." + setting);
    }
    statement.execute("SELECT pg_reload_conf()");
  }

  private static Set<String> large(Statement statement) throws Exception {
    Set<String> large = new TreeSet<>();
    try (ResultSet rows =
        statement.executeQuery(
            // Checkpoints are only ever written by the service.
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname <> 'audit_checkpoints'"
                + " AND reltuples >= "
                + MANY)) {
      while (rows.next()) {
        large.add(rows.getString(1));
      }
    }
    return large;
  }
}
