package io.strikewire.deploy.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.strikewire.deploy.framing.AmbiguousRequests;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The EAR on a real Payara Server, put there by the scripts of {@code deploy/payara-server}. */
@Tag("server")
class PayaraServerIT {

  private static final Path SCRIPTS = Path.of("payara-server").toAbsolutePath();

  @TempDir private static Path home;

  private static EmbeddedPostgres postgres;
  private static int port;
  private static int console;
  private static Map<String, String> settings;

  private final HttpClient http = HttpClient.newBuilder().sslContext(TrustsAll.context()).build();

  @BeforeAll
  static void install_start_and_deploy() throws Exception {
    postgres = EmbeddedPostgres.start();
    port = free();
    console = free();
    script("install.sh");
    Path environment = home.resolve("strikewire.env");
    Files.writeString(
        environment,
        Files.readString(environment) + "STRIKEWIRE_CLOCK=" + RunningStrikewire.MONDAY + "\n");
    settings = new java.util.HashMap<>();
    Files.readAllLines(environment)
        .forEach(line -> settings.put(line.split("=", 2)[0], line.split("=", 2)[1]));
    script("start.sh");
    script("deploy.sh");
  }

  @AfterAll
  static void stop() throws Exception {
    try (EmbeddedPostgres last = postgres) {
      script("stop.sh");
    }
  }

  @Test
  void a_signed_signal_is_decided_and_becomes_a_position() throws Exception {
    String now = JsonPath.from(get("/health").body()).getString("timestamp");
    assertThat(
            signed(
                """
                {"type":"CONTEXT","ticker":"SPY","price":502.1,"timestamp":"%s","timeframe":"5m",
                 "volatility":{"vix":14.8,"vix_regime":"NORMAL"},
                 "market":{"spy_trend":"BULLISH","market_bias":"BULLISH"}}
                """
                    .formatted(now)))
        .contains("ACCEPTED");
    String answer = signed(Alerts.entryAt("SPY", now, ",\"premium\":4.2"));
    String id = JsonPath.from(answer).getString("correlation_id");
    JsonPath signal =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> JsonPath.from(get("/signals/" + id).body()),
                known -> known.getString("position_id") != null);
    assertThat(signal.getString("decision.decision")).isEqualTo("ENTER");
    assertThat(sessionsOfThePool()).isPositive();
  }

  @Test
  void everything_but_the_public_addresses_needs_the_key() throws Exception {
    assertThat(answer("/positions").statusCode()).isEqualTo(401);
    assertThat(get("/positions").statusCode()).isEqualTo(200);
  }

  @Test
  void the_console_answers_and_refuses_without_the_password() throws Exception {
    String password =
        Files.readString(home.resolve("admin-password"))
            .strip()
            .substring("AS_ADMIN_PASSWORD=".length());
    String domain = "https://127.0.0.1:" + console + "/management/domain";
    assertThat(ask(domain).statusCode()).isEqualTo(401);
    assertThat(ask(domain, "authorization", basic("admin:wrong")).statusCode()).isEqualTo(401);
    assertThat(ask(domain, "authorization", basic("admin:" + password)).statusCode())
        .isEqualTo(200);
    String page =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(
                () -> ask("https://127.0.0.1:" + console + "/common/index.jsf").body(),
                body -> body.contains("j_password"));
    assertThat(page).contains("j_security_check");
    HttpResponse<String> plain = ask("http://127.0.0.1:" + console + "/");
    assertThat(plain.statusCode()).isEqualTo(302);
    assertThat(plain.headers().firstValue("location").orElseThrow()).startsWith("https://");
  }

  @Test
  void two_ports_are_open_on_loopback_alone() throws Exception {
    String pid = Files.readString(home.resolve("domains/strikewire/config/pid")).strip();
    assertThat(OpenSockets.of(Long.parseLong(pid)))
        .containsExactlyInAnyOrder("loopback:" + port, "loopback:" + console);
  }

  @Test
  void no_ambiguous_request_is_accepted_there_either() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (AmbiguousRequests request : AmbiguousRequests.ALL) {
      byte[] alert = "{\"symbol\":\"SPY\"}".getBytes(UTF_8);
      try (Socket socket = new Socket("127.0.0.1", port)) {
        socket.setSoTimeout(12_000);
        socket
            .getOutputStream()
            .write(
                request.with(
                    alert, signature(alert), "GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n"));
        String said = RawRequests.said(socket);
        if (!said.startsWith("HTTP/1.1 400 ") || said.lastIndexOf("HTTP/1.1 ") != 0) {
          wrong.add(request.name() + ": " + said);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void its_log_is_json_lines_that_hold_no_secret() throws Exception {
    answer("/webhook/swt_" + "never-in-a-log");
    String log = Files.readString(home.resolve("domains/strikewire/logs/server.log"));
    assertThat(log.lines().filter(line -> line.contains("\"logger\":\"io.strikewire")))
        .isNotEmpty();
    assertThat(log)
        .doesNotContain(
            "never-in-a-log",
            settings.get("STRIKEWIRE_WEBHOOK_SECRETS"),
            settings.get("STRIKEWIRE_ADMIN_API_KEY"));
    assertThat(Files.readString(home.resolve("domains/strikewire/config/domain.xml")))
        .contains("jndi-name=\"jdbc/strikewire\"")
        .doesNotContain(settings.get("STRIKEWIRE_WEBHOOK_SECRETS"));
  }

  private static long sessionsOfThePool() throws Exception {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'strikewire'")) {
      row.next();
      return row.getLong(1);
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return ask(
        "http://127.0.0.1:" + port + path, "x-api-key", settings.get("STRIKEWIRE_ADMIN_API_KEY"));
  }

  private HttpResponse<String> answer(String path) throws Exception {
    return ask("http://127.0.0.1:" + port + path);
  }

  private HttpResponse<String> ask(String url, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
    return http.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        BodyHandlers.ofString());
  }

  private String signed(String body) throws Exception {
    byte[] bytes = body.getBytes(UTF_8);
    return http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhook"))
                .headers("content-type", "application/json", "x-signature", signature(bytes))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build(),
            BodyHandlers.ofString())
        .body();
  }

  private static String signature(byte[] body) throws Exception {
    return RunningStrikewire.signature(settings.get("STRIKEWIRE_WEBHOOK_SECRETS"), body);
  }

  private static String basic(String account) {
    return "Basic " + Base64.getEncoder().encodeToString(account.getBytes(UTF_8));
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void script(String name) throws Exception {
    Path said = home.resolve(name + ".log");
    ProcessBuilder builder = new ProcessBuilder(SCRIPTS.resolve(name).toString());
    builder
        .environment()
        .putAll(
            Map.of(
                "PAYARA_DIR", home.toString(),
                "ADMIN_PORT", Integer.toString(console),
                "HTTP_PORT", Integer.toString(port),
                "DB_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
                "DB_USER", "postgres",
                "DB_PASSWORD", "postgres",
                "AS_JAVA", System.getProperty("java.home")));
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(4, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    assertThat(process.waitFor()).as(name + ": " + Files.readString(said)).isZero();
  }
}
