package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The brake and the exits on the built jar, with hard kills. */
@Tag("brakes")
class BrakesIT {

  private static final long SEED = 3;

  private static final int ENGAGEMENTS = Integer.getInteger("brakes.engagements", 200);

  private static final String ENTRIES = "SELECT count(*) FROM orders WHERE side = 'BUY'";

  @TempDir private static Path data;

  @Test
  void a_kill_switch_answered_under_load_holds_through_three_hard_kills() throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("STRIKEWIRE_CLOCK", RunningStrikewire.MONDAY);
    environment.put("COOLDOWN_SECONDS", "0");
    environment.put("STRIKEWIRE_DEDUP_WINDOW_SECONDS", "1");
    environment.put("MAX_TOTAL_EXPOSURE", "1000000000");
    environment.put("STRIKEWIRE_RISK_MAX_OPEN_POSITIONS", "100000");
    environment.put("STRIKEWIRE_RISK_MAX_CONTRACTS_PER_SYMBOL", "100000");
    environment.put("STRIKEWIRE_RISK_MAX_ORDERS_PER_MINUTE", "1000000");
    environment.put("STRIKEWIRE_PAPER_LATENCY_MS", "50");
    environment.put("STRIKEWIRE_PAPER_LOST_AFTER_RATE", "0.1");
    SplittableRandom random = new SplittableRandom(SEED);
    try (RunningStrikewire strikewire = RunningStrikewire.start(data, environment)) {
      Alerts alerts = new Alerts(strikewire);
      for (int kill = 0; kill < 3; kill++) {
        alerts.report(14.8);
        AtomicBoolean trading = new AtomicBoolean(true);
        Thread sender = new Thread(() -> send(alerts, trading));
        sender.start();
        for (int i = kill; i < ENGAGEMENTS - 3; i += 3) {
          TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
          engageAndRelease(strikewire, i);
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
        assertThat(brake(strikewire, true, "kill " + kill)).isEqualTo(200);
        long answered = count(strikewire, ENTRIES);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
        strikewire.killHard();
        trading.set(false);
        sender.join();
        strikewire.startAgain();

        assertThat(JsonPath.from(strikewire.get("/kill-switch").body()).getBoolean("engaged"))
            .as("it survives")
            .isTrue();
        alerts.report(14.8);
        JsonPath refused = alerts.decided(alerts.accepted(alerts.entry("IWM", ",\"premium\":4.2")));
        assertThat(refused.getString("decision.rejection")).isEqualTo("KILL_SWITCH");
        awaitReconciled(strikewire);
        assertThat(count(strikewire, ENTRIES)).as("entries after the answer").isEqualTo(answered);
        assertThat(broken(strikewire)).isZero();
        assertThat(brake(strikewire, false, "over")).isEqualTo(200);
      }
      assertThat(count(strikewire, "SELECT count(*) FROM orders"))
          .as("load")
          .isGreaterThan(ENGAGEMENTS / 4);
      assertThat(count(strikewire, "SELECT count(*) FROM positions")).isPositive();
      assertThat(count(strikewire, "SELECT count(*) FROM kill_switch WHERE mode = 'REDUCING'"))
          .isEqualTo(ENGAGEMENTS);
      sellsByQuoteAndByHand(strikewire, alerts);
    }
  }

  /** After the answer, until the release, not one entry more is there. */
  private static void engageAndRelease(RunningStrikewire strikewire, int number) throws Exception {
    assertThat(brake(strikewire, true, "test " + number)).isEqualTo(200);
    long answered = count(strikewire, ENTRIES);
    TimeUnit.MILLISECONDS.sleep(10);
    assertThat(count(strikewire, ENTRIES)).as("entries after answer " + number).isEqualTo(answered);
    assertThat(brake(strikewire, false, "over")).isEqualTo(200);
  }

  private static void sellsByQuoteAndByHand(RunningStrikewire strikewire, Alerts alerts)
      throws Exception {
    alerts.report(14.8);
    String target = alerts.position(alerts.accepted(alerts.entry("GLD", ",\"premium\":4.2")));
    String quote =
        "[{\"occ_symbol\":\"GLD   261218C00500000\",\"bid\":6.30,\"ask\":6.40,\"at\":\"%s\"}]"
            .formatted(alerts.now());
    assertThat(
            strikewire
                .signed("/quotes", quote.getBytes(StandardCharsets.UTF_8), "application/json")
                .statusCode())
        .isEqualTo(200);
    JsonPath sold = alerts.closed(target);
    assertThat(sold.getString("exit_reason")).isEqualTo("PROFIT_TARGET");
    assertThat(sold.getList("exits.reason", String.class)).contains("PROFIT_TARGET");

    String wish = alerts.position(alerts.accepted(alerts.entry("SLV", ",\"premium\":4.2")));
    HttpResponse<String> close = strikewire.post("/positions/" + wish + "/close", new byte[0]);
    assertThat(close.statusCode()).isEqualTo(202);
    assertThat(alerts.closed(wish).getString("exit_reason")).isEqualTo("MANUAL");
    assertThat(broken(strikewire)).isZero();
  }

  /** One alert after the other until the service is gone; none of them twice the same. */
  private static void send(Alerts alerts, AtomicBoolean trading) {
    for (int i = 0; trading.get(); i++) {
      try {
        alerts.accepted(alerts.entry("SPY", ",\"premium\":" + (4 + i % 50 / 100.0)));
      } catch (Exception gone) {
        return;
      }
    }
  }

  private static int brake(RunningStrikewire strikewire, boolean engaged, String reason)
      throws Exception {
    String body = "{\"engaged\":%s,\"reason\":\"%s\"}".formatted(engaged, reason);
    return strikewire
        .post(
            "/kill-switch",
            body.getBytes(StandardCharsets.UTF_8),
            "content-type",
            "application/json")
        .statusCode();
  }

  private static void awaitReconciled(RunningStrikewire strikewire) {
    await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () ->
                count(
                        strikewire,
                        "SELECT count(*) FROM orders WHERE state IN"
                            + " ('NEW', 'SENT', 'UNKNOWN', 'PARTIALLY_FILLED')")
                    == 0);
  }

  private static long broken(RunningStrikewire strikewire) throws Exception {
    String invariants = Files.readString(Path.of("invariants.sql")).strip();
    return count(
        strikewire,
        "SELECT count(*) FROM ("
            + invariants.substring(0, invariants.length() - 1)
            + ") AS broken");
  }

  private static long count(RunningStrikewire strikewire, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection(strikewire.jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }
}
