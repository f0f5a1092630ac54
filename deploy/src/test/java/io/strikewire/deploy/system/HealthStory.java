package io.strikewire.deploy.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * What health says while one part after the other is broken, and mended where that is possible; the
 * database goes last.
 */
record HealthStory(
    RunningStrikewire strikewire, EmbeddedPostgres database, String secret, String key) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A closed position that no fill explains, and its signal. */
  private static final String STRAY =
      """
      INSERT INTO signals (id, portfolio, source, symbol, timeframe, timestamp, status, grade,
                           metadata, body, next_attempt_at, created_at)
      VALUES ('00000000-0000-0000-0000-000000000001', 'main', 'HAND', 'SPY', '5m', now(), 'ACCEPTED',
              'HMAC', '{}', '{}', now(), now());
      INSERT INTO positions VALUES ('00000000-0000-0000-0000-000000000002',
        '00000000-0000-0000-0000-000000000001', 'main', 'SPY', 'SPY261218C00500000', 'CALL', 0, 4, 4,
        'QUOTE', 0, 0, true, 'HAND', now(), now(), 4, 4, now(), 4)
      """;

  void tell() throws Exception {
    assertThat(health()).isEqualTo("200 degraded");
    assertThat(part("context").getString("why")).contains("no market context");
    market();
    assertThat(health()).isEqualTo("200 healthy");
    strategies();
    chain();
    book();
    databaseGone();
  }

  private void market() throws Exception {
    byte[] market =
        ("{\"type\":\"CONTEXT\",\"ticker\":\"SPY\",\"price\":502.1,\"timestamp\":\""
                + JsonPath.from(strikewire.get("/health").body()).getString("timestamp")
                + "\",\"timeframe\":\"5m\",\"volatility\":{\"vix\":14.8,\"vix_regime\":\"NORMAL\"},"
                + "\"market\":{\"spy_trend\":\"BULLISH\",\"market_bias\":\"BULLISH\"}}")
            .getBytes(UTF_8);
    String signature = RunningStrikewire.signature(secret, market);
    await()
        .atMost(PATIENCE)
        .until(
            () -> strikewire.post("/webhook", market, "x-signature", signature).statusCode(),
            status -> status == 200);
    assertThat(part("context").getBoolean("healthy")).isTrue();
    assertThat(strikewire.get("/health/ready").statusCode()).isEqualTo(200);
  }

  /** One that somebody paused is told and no fault; one that fell silent is. */
  private void strategies() throws Exception {
    assertThat(post("/holds", "{\"strategy\":\"paused\",\"reason\":\"drill\"}")).isEqualTo(200);
    assertThat(health()).isEqualTo("200 healthy");
    JsonPath told = JsonPath.from(strikewire.get("/health").body());
    assertThat(told.getString("components.strategies.names")).isEqualTo("paused");
    sql("UPDATE holds SET cause = 'SILENCE', by = 'rule'");
    assertThat(health()).isEqualTo("200 degraded");
    assertThat(part("strategies").getInt("held")).isEqualTo(1);
    sql("UPDATE holds SET released_at = now(), released_by = 'test'");
    assertThat(health()).isEqualTo("200 healthy");
  }

  /** A chain of another day. */
  private void chain() throws Exception {
    Path stored = Path.of("..", "gex-module/src/test/resources/chains/rut-2023-09-21.json.gz");
    byte[] file;
    try (GZIPInputStream old = new GZIPInputStream(Files.newInputStream(stored))) {
      file = old.readAllBytes();
    }
    HttpResponse<String> answer =
        strikewire.post(
            "/gex/chains?symbol=RUT",
            file,
            "content-type",
            "application/json",
            "X-API-Key",
            key,
            "x-signature",
            RunningStrikewire.signature(secret, file));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(health()).isEqualTo("200 degraded");
    assertThat(part("gex").getBoolean("healthy")).isFalse();
    assertThat(part("gex").getString("symbols[0].freshness")).isEqualTo("STALE");
    sql("DELETE FROM gex_signals");
    assertThat(health()).isEqualTo("200 healthy");
  }

  private void book() throws Exception {
    sql(STRAY);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(part("book").getInt("faults")).isPositive());
    assertThat(health()).isEqualTo("200 degraded");
    sql("DELETE FROM positions");
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(health()).isEqualTo("200 healthy"));
  }

  private void databaseGone() throws Exception {
    database.close();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(health()).isEqualTo("503 unhealthy"));
    assertThat(strikewire.get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(strikewire.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(strikewire.get("/health/database").statusCode()).isEqualTo(503);
    assertThat(strikewire.get("/metrics", "Accept", "text/plain").body())
        .containsPattern("(?m)^strikewire_health_state(\\{[^}]*})? 2(\\.0)?$");
  }

  /** The state, and that all forms agree on it. */
  private String health() throws Exception {
    HttpResponse<String> answer = strikewire.get("/health");
    JsonPath json = JsonPath.from(answer.body());
    String status = json.getString("status");
    assertThat(json.getBoolean("healthy")).isEqualTo(status.equals("healthy"));
    assertThat(status).isEqualTo(status.toLowerCase(Locale.ROOT));
    return answer.statusCode() + " " + status;
  }

  private JsonPath part(String name) throws Exception {
    return JsonPath.from(strikewire.get("/health/" + name).body());
  }

  private int post(String path, String body) throws Exception {
    return strikewire
        .post(path, body.getBytes(UTF_8), "content-type", "application/json", "X-API-Key", key)
        .statusCode();
  }

  private void sql(String text) throws Exception {
    try (Connection connection = database.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }
}
