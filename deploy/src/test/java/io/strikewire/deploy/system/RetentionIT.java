package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The service's own timer deletes what is old, while the service decides what is new. */
@ExtendWith(SharedStrikewire.class)
class RetentionIT {

  /** More than two steps of the deletion. */
  private static final int MANY = 2500;

  /** Refused signals of a portfolio of their own, a second apart. */
  private static final String OLD =
      """
      WITH n AS (SELECT i, timestamptz '%s' - interval '30 days' + i * interval '1 second' AS at,
                        md5('archive' || i)::uuid AS id FROM generate_series(1, %d) i),
      s AS (INSERT INTO signals (id, portfolio, source, symbol, direction, timeframe, timestamp,
              status, grade, metadata, body, next_attempt_at, created_at, decided_at)
            SELECT id, 'archive', 'TradingView', 'SPY', 'CALL', '5m', at, 'REJECTED', 'HMAC', '{}',
              '{}', at, at, at FROM n),
      d AS (INSERT INTO decisions (id, signal_id, decision_type, decision, rejection, confidence,
              position_size, stage, reasoning, calculations, rules_version, settings_version,
              created_at, portfolio, sequence)
            SELECT md5('d' || id)::uuid, id, 'ENTRY', 'REJECT', 'TOO_OLD', 50, 0, 'DECIDE', '[]',
              '{}', '2', 'x', at, 'archive', i FROM n)
      INSERT INTO fingerprints SELECT md5('f' || id), id, at FROM n
      """;

  /** The alerts of the meantime have no price: nobody else's limits are used up by them. */
  @Test
  void what_is_old_goes_by_itself_while_alerts_are_decided(Alerts alerts) throws Exception {
    RunningStrikewire strikewire = alerts.strikewire();
    alerts.report(14.8);
    List<String> sent = new ArrayList<>();
    try (Connection database = DriverManager.getConnection(strikewire.jdbcUrl());
        Statement statement = database.createStatement()) {
      statement.execute(OLD.formatted(alerts.now(), MANY));
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> {
                sent.add(alerts.accepted(alerts.entry("RT" + sent.size(), "")));
                return left(statement).equals("1 signals, 1 decisions, 0 fingerprints");
              });
    }
    sent.forEach(alerts::decided);

    JsonPath acts = JsonPath.from(strikewire.get("/audit?action=RETENTION").body());
    assertThat(acts.getList("items.subject", String.class)).contains("archive");
    RunningStrikewire.Ended log =
        RunningStrikewire.run(Map.of(), "verify-audit", "--data", strikewire.data().toString());
    assertThat(log.code()).as(log.said()).isZero();
  }

  /** The last decision of a portfolio stays, since the next one is numbered after it. */
  private static String left(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT (SELECT count(*) FROM signals WHERE portfolio = 'archive') || ' signals, ' ||"
                + " (SELECT count(*) FROM decisions WHERE portfolio = 'archive') || ' decisions, '"
                + " || (SELECT count(*) FROM fingerprints f WHERE f.fingerprint IN (SELECT md5('f'"
                + " || md5('archive' || i)::uuid) FROM generate_series(1, "
                + MANY
                + ") i)) || ' fingerprints'")) {
      row.next();
      return row.getString(1);
    }
  }
}
