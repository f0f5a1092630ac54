package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service on a database of a million signals. PostgreSQL counts itself how often a table was read
 * from end to end: whatever the service asks while it works must not do that to a large one.
 */
@Tag("scale")
class ScaleIT {

  private static final String FILL =
      """
      INSERT INTO signals (id, portfolio, source, symbol, direction, timeframe, timestamp, status,
                           grade, metadata, body, next_attempt_at, created_at, decided_at)
      SELECT md5('s' || n)::uuid, 'main', 'TRADINGVIEW', 'S' || n % 500, 'CALL', '5m',
             t, 'REJECTED', 'HMAC', '{}', '{}', t, t, t
      FROM (SELECT n, timestamptz '2026-11-23T14:00:00Z' - n * interval '1 s' AS t
            FROM generate_series(1, 1000000) n) x;
      INSERT INTO decisions (id, signal_id, decision_type, decision, rejection, confidence,
        position_size, stage, reasoning, calculations, rules_version, settings_version, created_at,
        portfolio, sequence)
      SELECT md5('d' || n)::uuid, md5('s' || n)::uuid, 'ENTRY', 'REJECT', 'TOO_OLD', 0, 0,
             'VALIDATE', '[]', '{}', '2', 'x',
             timestamptz '2026-11-23T14:00:00Z' - n * interval '1 s', 'main', 1000001 - n
      FROM generate_series(1, 1000000) n;
      INSERT INTO audit_log (chain, id, at, actor, action, subject, symbol, signal_id, payload,
                             previous, hash)
      SELECT 'main', 1000001 - n, timestamptz '2026-11-23T14:00:00Z' - n * interval '1 s',
             'TRADINGVIEW', 'SIGNAL', n::text, 'S' || n % 500, md5('s' || n)::uuid, '{}', '', ''
      FROM generate_series(1, 1000000) n;
      INSERT INTO audit_heads VALUES ('main', 1000000, ''::bytea, 1000000);
      INSERT INTO signal_totals VALUES ('DECIDED', 'REJECT', 1000000), ('REJECTED', 'TOO_OLD', 1000000)
      """;

  private static final String SCANS =
      """
      SELECT relname, seq_scan FROM pg_stat_user_tables
      WHERE relname IN ('signals', 'decisions', 'audit_log')
      """;

  @TempDir private Path data;

  @Test
  void at_a_million_signals_nothing_reads_a_large_table_from_end_to_end() throws Exception {
    try (EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("shared_buffers", "512MB")
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
      statement.execute(
          "TRUNCATE audit_heads, signal_totals; SET session_replication_role = replica;" + FILL);
      statement.execute("VACUUM ANALYZE");
      TimeUnit.SECONDS.sleep(3);
      Map<String, Long> before = scans(statement);
      work(strikewire);
      TimeUnit.SECONDS.sleep(3);
      assertThat(scans(statement)).isEqualTo(before);
    }
  }

  /** Signals through the whole route, and every question that pages and operators ask. */
  private static void work(RunningStrikewire strikewire) throws Exception {
    Alerts alerts = new Alerts(strikewire);
    alerts.report(14.8);
    String id = alerts.accepted(alerts.entry("S1", ",\"premium\":4.2"));
    alerts.decided(id);
    for (int i = 0; i < 20; i++) {
      alerts.accepted(alerts.entry("S" + i, ",\"premium\":4.2,\"note\":" + i));
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                JsonPath.from(strikewire.get("/audit?signal=" + id).body()).getList("items").size(),
            records -> records >= 2);
    for (String question : Files.readAllLines(Path.of("src/test/resources/questions.txt"))) {
      String path = question.replace("{id}", id);
      assertThat(strikewire.get(path).statusCode()).as(path).isEqualTo(200);
    }
    String next = JsonPath.from(strikewire.get("/signals?limit=50").body()).getString("next");
    assertThat(strikewire.get("/signals?limit=50&after=" + next).statusCode()).isEqualTo(200);
  }

  private static Map<String, Long> scans(Statement statement) throws Exception {
    Map<String, Long> scans = new TreeMap<>();
    try (ResultSet rows = statement.executeQuery(SCANS)) {
      while (rows.next()) {
        scans.put(rows.getString(1), rows.getLong(2));
      }
    }
    return scans;
  }
}
