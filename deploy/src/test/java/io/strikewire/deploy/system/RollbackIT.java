package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup beside a running service, and back to it with the artifact before; then back to that
 * artifact alone, on the schema of a release after it.
 *
 * <p>The artifact before is this build again, or {@code -Dreleased.jar=PATH}, a real one.
 */
class RollbackIT {

  /** What a release may do to the schema of the one before, on record as its migrations. */
  private static final List<String> OF_THE_NEXT_RELEASE =
      List.of(
          "CREATE TABLE next_release (id bigint PRIMARY KEY)",
          "ALTER TABLE signals ADD COLUMN next_note text, ADD COLUMN next_weight integer NOT NULL"
              + " DEFAULT 0",
          "ALTER TABLE decisions ADD COLUMN next_note text",
          "ALTER TABLE positions ADD COLUMN next_note text",
          "CREATE INDEX next_index ON signals (next_weight)",
          "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
              + " checksum, installed_by, execution_time, success) SELECT max(installed_rank) + 1,"
              + " '9999', 'next release', 'SQL', 'V9999__next_release.sql', 1, 'test', 1, true FROM"
              + " flyway_schema_history",
          "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
              + " checksum, installed_by, execution_time, success) SELECT max(installed_rank) + 1,"
              + " '1.5', 'lower number', 'SQL', 'V1_5__lower_number.sql', 1, 'test', 1, true FROM"
              + " flyway_schema_history");

  private static final List<String> TABLES =
      List.of("signals", "decisions", "positions", "fills", "orders", "audit_log", "signal_totals");

  @TempDir private Path folder;

  @Test
  void back_to_the_artifact_and_the_database_of_before() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path backup = folder.resolve("before.backup");
    Path current = Files.copy(Path.of("target", "strikewire.jar"), folder.resolve("current.jar"));
    Path previous = folder.resolve("previous.jar");
    Files.copy(Path.of(System.getProperty("released.jar", current.toString())), previous);
    try (RunningStrikewire strikewire =
        RunningStrikewire.start(data, Map.of("STRIKEWIRE_CLOCK", RunningStrikewire.MONDAY))) {
      Alerts alerts = new Alerts(strikewire);
      alerts.report(14.8);
      String kept = alerts.accepted(alerts.entry("SPY", ",\"premium\":4.2"));
      String position = alerts.position(kept);
      validated(strikewire);
      awaitQuietAudit(strikewire);
      assertThat(command("migrate", "--dry-run", "--data", data.toString()))
          .contains("0 migrations wait");
      assertThat(command("backup", backup.toString(), "--data", data.toString()))
          .containsPattern("signals +2 rows")
          .containsPattern("positions +1 rows")
          .contains("written to");
      List<String> before = checksums(strikewire);

      String later = alerts.accepted(alerts.entry("QQQ", ",\"premium\":4.2"));
      alerts.position(later);
      assertThat(checksums(strikewire)).isNotEqualTo(before);
      assertThat(
              RunningStrikewire.run(Map.of(), "restore", backup.toString(), "--data", data + "")
                  .said())
          .as("never under a running service")
          .contains("stop it first");

      strikewire.stopFor(rollback(current, previous, Optional.of(backup), strikewire));

      assertThat(checksums(strikewire)).as("counts and checksums").isEqualTo(before);
      assertThat(alerts.signal(kept).getString("status")).isEqualTo("ACCEPTED");
      assertThat(strikewire.get("/signals/" + later).statusCode()).isEqualTo(404);
      assertThat(JsonPath.from(strikewire.get("/positions/" + position).body()).getInt("quantity"))
          .isPositive();
      alerts.position(alerts.accepted(alerts.entry("IWM", ",\"premium\":4.2")));
      toTheArtifactAlone(current, previous, alerts);
      assertThat(command("verify-audit", "--data", data.toString())).contains("is sound");
    }
  }

  /** The database stays, with all that is in it and all that a newer release did to it. */
  private static void toTheArtifactAlone(Path current, Path previous, Alerts alerts)
      throws Exception {
    RunningStrikewire strikewire = alerts.strikewire();
    try (Connection database = DriverManager.getConnection(strikewire.jdbcUrl());
        Statement statement = database.createStatement()) {
      for (String sql : OF_THE_NEXT_RELEASE) {
        statement.execute(sql);
      }
    }
    awaitQuietAudit(strikewire);
    List<String> before = checksums(strikewire);
    Files.delete(current);
    Files.copy(Path.of("target", "strikewire.jar"), current);

    String said = strikewire.stopFor(rollback(current, previous, Optional.empty(), strikewire));

    assertThat(said).contains("rollback: healthy at").doesNotContain("restored", ".backup");
    assertThat(current).hasSameBinaryContentAs(previous);
    assertThat(checksums(strikewire)).as("nothing lost, nothing added").isEqualTo(before);
    alerts.report(14.8);
    String entered = alerts.accepted(alerts.entry("DIA", ",\"premium\":4.2"));
    assertThat(alerts.decided(entered).getString("decision.decision")).isEqualTo("ENTER");
    alerts.position(entered);
  }

  /** The guide's checklists; too little has happened for some of their lines. */
  private void validated(RunningStrikewire strikewire) throws Exception {
    String[] words = {
      "validate",
      strikewire.url(),
      "--data",
      strikewire.data().toString(),
      "--samples",
      folder.resolve("samples.tsv").toString()
    };
    RunningStrikewire.Ended sound = RunningStrikewire.run(Map.of(), words);
    assertThat(sound.code()).as(sound.said()).isZero();
    assertThat(sound.said().lines().filter(line -> line.contains("first 15 minutes")))
        .hasSize(9)
        .allMatch(line -> line.startsWith("PASS"));
    assertThat(sound.said())
        .containsPattern("PENDING +first hour +Signal processing latency < 100ms")
        .containsPattern("PASS +first hour +No duplicate signal issues")
        .containsPattern("PASS +first hour +Position tracking accurate")
        .containsPattern("PASS +first day +Audit logs complete")
        .contains("0 failed");
    RunningStrikewire.Ended forged =
        RunningStrikewire.run(Map.of("WEBHOOK_SECRET", "another"), words);
    assertThat(forged.code()).isEqualTo(1);
    assertThat(forged.said()).containsPattern("FAIL +first 15 minutes +Webhook accepts");
  }

  /** Only what is compared must not change by itself meanwhile. */
  private static void awaitQuietAudit(RunningStrikewire strikewire) {
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(30))
        .until(
            () -> {
              List<String> one = checksums(strikewire);
              Thread.sleep(700);
              return one.equals(checksums(strikewire));
            });
  }

  private static ProcessBuilder rollback(
      Path current, Path previous, Optional<Path> backup, RunningStrikewire strikewire) {
    Path data = strikewire.data();
    String start =
        "STRIKEWIRE_CLOCK="
            + RunningStrikewire.MONDAY
            + " java "
            + String.join(" ", RunningStrikewire.SHORT_LIVED)
            + " -jar "
            + current
            + " --port "
            + strikewire.port()
            + " --data "
            + data
            + " >> "
            + data.resolve("console.log")
            + " 2>&1 & echo $! > "
            + data.resolve("pid");
    List<String> words = new ArrayList<>();
    words.add(Path.of("rollback.sh").toAbsolutePath().toString());
    words.addAll(List.of("--current", current + "", "--previous", previous + ""));
    words.addAll(List.of("--data", data + "", "--url", strikewire.url()));
    backup.ifPresent(file -> words.addAll(List.of("--backup", file.toString())));
    long pid = strikewire.pid();
    words.addAll(
        List.of("--stop", "kill %1$d; while kill -0 %1$d; do sleep 0.2; done".formatted(pid)));
    words.addAll(List.of("--start", start));
    return new ProcessBuilder(words);
  }

  private static String command(String... words) throws Exception {
    RunningStrikewire.Ended ended = RunningStrikewire.run(Map.of(), words);
    assertThat(ended.code()).as(ended.said()).isZero();
    return ended.said();
  }

  /**
   * The rows of each table, as a count and a checksum. Why a position is held may be written when
   * it is looked at after a start.
   */
  private static List<String> checksums(RunningStrikewire strikewire) throws Exception {
    List<String> sums = new ArrayList<>();
    try (Connection database = DriverManager.getConnection(strikewire.jdbcUrl());
        Statement query = database.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet row =
            query.executeQuery(
                "SELECT count(*), md5(coalesce(string_agg(r::text, '|' ORDER BY r::text), ''))"
                    + " FROM "
                    + table
                    + " t, LATERAL (SELECT to_jsonb(t) - 'hold_reasons' AS r) kept"
                    + (table.equals("audit_log") ? " WHERE action <> 'SETTINGS'" : ""))) {
          row.next();
          sums.add(table + " " + row.getLong(1) + " " + row.getString(2));
        }
      }
    }
    return sums;
  }
}
