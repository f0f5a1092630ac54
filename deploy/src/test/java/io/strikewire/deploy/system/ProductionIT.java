package io.strikewire.deploy.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Production: nothing open that need not be, and no start with a mistake. */
class ProductionIT {

  private static final String KEY = "the-admin-key-of-this-test";
  private static final String SECRET = "the-webhook-secret-of-this-test";

  @TempDir private Path data;

  @Test
  void a_start_with_mistakes_ends_with_2_and_names_each_variable() throws Exception {
    RunningStrikewire.Ended ended =
        RunningStrikewire.run(
            Map.of("APP_ENV", "production", "DATABASE_URL", "mysql://x", "PORT", "http"),
            "--data",
            data.toString());
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.said().lines())
        .anyMatch(line -> line.startsWith("PORT:"))
        .anyMatch(line -> line.startsWith("DATABASE_URL:"))
        .anyMatch(line -> line.startsWith("WEBHOOK_SECRET:"))
        .anyMatch(line -> line.startsWith("ADMIN_API_KEY:"));
  }

  @Test
  void a_setting_out_of_its_bounds_ends_with_2_and_all_of_them_are_named() throws Exception {
    RunningStrikewire.Ended ended =
        RunningStrikewire.run(
            Map.of(
                "COOLDOWN_SECONDS",
                "abc",
                "MAX_VIX_FOR_ENTRY",
                "-1",
                "STRIKEWIRE_RISK_MAX_DAILY_LOS",
                "100",
                "PORT",
                freePort()),
            "--data",
            data.toString());
    assertThat(ended.code()).as(ended.said()).isEqualTo(2);
    assertThat(ended.said())
        .contains("strikewire.validation.cooldown-seconds", "strikewire.risk.max-vix-for-entry")
        .contains(
            "STRIKEWIRE_RISK_MAX_DAILY_LOS: no such setting; the nearest is "
                + "STRIKEWIRE_RISK_MAX_DAILY_LOSS")
        .doesNotContain("is ready");
  }

  private static String freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(free.getLocalPort());
    }
  }

  @Test
  void check_config_shows_every_value_with_its_source_and_no_secret() throws Exception {
    RunningStrikewire.Ended sound =
        RunningStrikewire.run(
            Map.of(
                "APP_ENV", "production",
                "WEBHOOK_SECRET", SECRET,
                "ADMIN_API_KEY", KEY,
                "DATABASE_URL", "postgres://me:password@db:5432/app",
                "COOLDOWN_SECONDS", "77"),
            "check-config");
    assertThat(sound.code()).as(sound.said()).isZero();
    assertThat(sound.said())
        .containsPattern("APP_ENV +production +environment APP_ENV")
        .containsPattern("HOST +0\\.0\\.0\\.0 +default")
        .containsPattern("DATABASE_URL +jdbc:postgresql://db:5432/app +environment")
        .containsPattern("WEBHOOK_SECRET +\\*\\*\\* +environment")
        .containsPattern("cooldown-seconds +77 +environment COOLDOWN_SECONDS")
        .containsPattern("max-position-size +5 +preset production")
        .containsPattern("gex.levels +60 +default")
        .containsPattern("rate-per-sender +200 +default")
        .doesNotContain(SECRET, KEY, "password");
    assertThat(RunningStrikewire.run(Map.of("BASE_SIZE", "x"), "check-config").code()).isEqualTo(2);
  }

  @Test
  void an_unknown_option_ends_with_2_and_help_needs_no_data_directory() throws Exception {
    assertThat(RunningStrikewire.run(Map.of(), "--no-such-option").code()).isEqualTo(2);
    RunningStrikewire.Ended help = RunningStrikewire.run(Map.of(), "--help");
    assertThat(help.code()).isZero();
    assertThat(help.said()).contains("--port", "--host", "--data");
    assertThat(data.resolve("runtime")).doesNotExist();
  }

  @Test
  void with_a_database_of_its_own_everything_but_webhook_health_and_metrics_needs_the_key()
      throws Exception {
    try (EmbeddedPostgres elsewhere = durable();
        RunningStrikewire strikewire = RunningStrikewire.start(data, production(elsewhere))) {
      assertThat(data.resolve("postgres")).doesNotExist();
      for (String open : new String[] {"/health", "/health/live", "/metrics"}) {
        assertThat(strikewire.get(open).statusCode()).as(open).isEqualTo(200);
      }
      for (String closed :
          new String[] {"/", "/signals", "/decisions", "/positions", "/context", "/config"}) {
        assertThat(strikewire.get(closed).statusCode()).as(closed).isEqualTo(401);
        assertThat(strikewire.get(closed, "Authorization", "Bearer " + KEY).statusCode())
            .as(closed)
            .isEqualTo(200);
      }
      String config = strikewire.get("/config", "X-API-Key", KEY).body();
      assertThat(config).doesNotContain(SECRET).doesNotContain(KEY);
      assertThat(JsonPath.from(config).getMap("settings"))
          .as("what the file says is in force")
          .containsEntry("strikewire.validation.cooldown-seconds", "77")
          .containsEntry("strikewire.risk.max-vix-for-entry", "33");

      byte[] drill =
          "{\"engaged\":true,\"reason\":\"drill\",\"by\":\"somebody else\"}".getBytes(UTF_8);
      String anna = Base64.getEncoder().encodeToString(("anna:" + KEY).getBytes(UTF_8));
      assertThat(
              strikewire
                  .post(
                      "/kill-switch",
                      drill,
                      "content-type",
                      "application/json",
                      "Authorization",
                      "Basic " + anna)
                  .body())
          .contains("\"by\":\"anna\"");

      byte[] undated =
          "{\"symbol\":\"SPY\",\"direction\":\"CALL\",\"timeframe\":\"5m\"}".getBytes(UTF_8);
      String signature = RunningStrikewire.signature(SECRET, undated);
      assertThat(strikewire.post("/webhook", undated, "x-signature", signature).body())
          .contains("\"field\":\"timestamp\"");
      assertTooManyAreToldToWait(strikewire, undated, signature);
      assertProxyIsBelieved(strikewire, elsewhere);
      keysAreOnRecord(strikewire);
      new ScopedAccess(strikewire, elsewhere.getPostgresDatabase(), production(elsewhere), KEY)
          .check();
      new HealthStory(strikewire, elsewhere, SECRET, KEY).tell();
    }
  }

  private Map<String, String> production(EmbeddedPostgres database) throws IOException {
    Path file = data.resolve("mine.properties");
    Files.writeString(
        file, "strikewire.validation.cooldown-seconds = 77\nMAX_VIX_FOR_ENTRY = 33\n");
    return Map.of(
        "STRIKEWIRE_CONFIG",
        file.toString(),
        "NODE_ENV",
        "production",
        "HOST",
        "127.0.0.1",
        "DATABASE_URL",
        "postgres://postgres:postgres@127.0.0.1:" + database.getPort() + "/postgres",
        "WEBHOOK_SECRET",
        "an-older-secret," + SECRET,
        "ADMIN_API_KEY",
        KEY,
        "TRUSTED_PROXIES",
        "127.0.0.0/8",
        "STRIKEWIRE_BOOK_CHECK_SECONDS",
        "1",
        "STRIKEWIRE_WEBHOOK_RATE_PER_SENDER",
        "1");
  }

  /** Five seconds' worth at once, one of them spent above. */
  private static void assertTooManyAreToldToWait(
      RunningStrikewire strikewire, byte[] body, String signature) throws Exception {
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      answers.add(strikewire.post("/webhook", body, "x-signature", signature));
    }
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 429)
        .isNotEmpty()
        .allSatisfy(
            answer -> {
              assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
              assertThat(answer.body()).contains("correlation_id");
            });
    assertThat(strikewire.post("/webhook", body, "x-signature", "00").statusCode()).isEqualTo(401);
    String errors = strikewire.get("/errors", "X-API-Key", KEY).body();
    assertThat(JsonPath.from(errors).getList("items")).hasSize(1);
  }

  private static void assertProxyIsBelieved(RunningStrikewire strikewire, EmbeddedPostgres database)
      throws Exception {
    String token =
        new SecretAddress(
                "Test",
                "main",
                Instant.now().plusSeconds(3600),
                List.of("203.0.113.0/24"),
                Optional.empty())
            .store(database.getJdbcUrl("postgres", "postgres"));
    byte[] alert =
        "{\"symbol\":\"SPY\",\"direction\":\"CALL\",\"timeframe\":\"5m\",\"time\":\"%s\"}"
            .formatted(Instant.now())
            .getBytes(UTF_8);
    String path = "/webhook/" + token;
    assertThat(strikewire.post(path, alert).statusCode()).isEqualTo(401);
    assertThat(strikewire.post(path, alert, "X-Forwarded-For", "203.0.113.9, 198.51.100.2").body())
        .doesNotContain("ACCEPTED");
    assertThat(strikewire.post(path, alert, "X-Forwarded-For", "198.51.100.2, 203.0.113.9").body())
        .contains("\"ACCEPTED\"");
  }

  private static void keysAreOnRecord(RunningStrikewire strikewire) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                JsonPath.from(strikewire.get("/audit?action=KEY_USE", "X-API-Key", KEY).body())
                    .getList("items.subject", String.class),
            uses -> uses.contains("/config"));
  }

  /** The library's server forgets on a crash unless it is told not to; production refuses it. */
  private static EmbeddedPostgres durable() throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .start();
  }
}
