package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import io.strikewire.deploy.observe.Tools;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Figures, log lines and alerts of a running service, as those who watch it get them. */
@ExtendWith(SharedStrikewire.class)
class ObservationIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir private Path work;

  @Test
  void json_and_the_scrapers_text_tell_the_same_figures(Alerts alerts) throws Exception {
    alerts.decided(alerts.accepted(alerts.entry("EEM", "")));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonPath json = JsonPath.from(alerts.strikewire().get("/metrics").body());
              String text = alerts.strikewire().get("/metrics", "Accept", "text/plain").body();
              assertThat(gauge(text, "strikewire_signals_received"))
                  .isEqualTo(json.getDouble("signals.totalSignals"))
                  .isPositive();
              assertThat(gauge(text, "strikewire_signals_rejected"))
                  .isEqualTo(json.getDouble("signals.rejectedSignals"));
              assertThat(gauge(text, "strikewire_latency_count", "block=\"decision\""))
                  .isEqualTo(json.getDouble("latency.decision.count"))
                  .isEqualTo(
                      gauge(
                          text,
                          "strikewire_latency_seconds_bucket",
                          "block=\"decision\"",
                          "le=\"+Inf\""));
              assertThat(gauge(text, "strikewire_latency_count", "block=\"validate\""))
                  .isEqualTo(json.getDouble("latency.stages.VALIDATE.count"))
                  .isPositive();
              assertThat(gauge(text, "strikewire_latency_count", "block=\"acceptance\""))
                  .isEqualTo(json.getDouble("latency.acceptance.count"))
                  .isPositive();
              assertThat(gauge(text, "strikewire_positions_realized_pnl_usd"))
                  .isEqualTo(json.getDouble("positions.realizedPnL"));
              assertThat(gauge(text, "strikewire_clock_skew_seconds")).isBetween(-1.0, 1.0);
              assertThat(gauge(text, "strikewire_disk_free_ratio")).isBetween(0.0, 1.0);
              assertThat(gauge(text, "strikewire_market_open")).isEqualTo(1);
              assertThat(json.getInt("database.connectionsInUse")).isPositive();
            });
  }

  @Test
  void every_outcome_is_a_line_of_json_with_its_correlation_id(Alerts alerts) throws Exception {
    String id = alerts.accepted(alerts.entry("SLV", ",\"timestamp_note\":\"\\n{forged}\""));
    JsonPath signal = alerts.decided(id);
    Path log = alerts.strikewire().data().resolve("logs/strikewire.0.log");
    List<JsonPath> lines =
        await()
            .atMost(PATIENCE)
            .until(
                () -> {
                  try (Stream<String> all = Files.lines(log)) {
                    return all.filter(line -> line.contains(id)).map(JsonPath::from).toList();
                  }
                },
                found -> !found.isEmpty());
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).getString("outcome")).isEqualTo(signal.getString("status"));
    assertThat(lines.get(0).getString("reason")).isEqualTo(signal.getString("decision.rejection"));
    assertThat(lines.get(0).getString("level")).isEqualTo("INFO");
    assertThat(lines.get(0).getString("stage")).isNotEmpty();
    assertThat(lines.get(0).getString("trace_id")).isEqualTo(id.replace("-", ""));
    assertThat(Files.readString(log)).doesNotContain(alerts.strikewire().secret());
  }

  @Test
  void what_never_reaches_a_decision_and_what_becomes_of_an_order_is_a_line_too(Alerts alerts)
      throws Exception {
    alerts.report(14.8);
    String body = alerts.entry("XRT", ",\"premium\":4.2");
    String id = alerts.accepted(body);
    alerts.position(id);
    assertThat(alerts.strikewire().signed(body).body()).contains("DUPLICATE");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(outcomes(alerts, id))
                    .containsExactlyInAnyOrder("ACCEPTED", "DUPLICATE", "ORDER_FILLED"));
  }

  private static List<String> outcomes(Alerts alerts, String id) throws IOException {
    try (Stream<String> all =
        Files.lines(alerts.strikewire().data().resolve("logs/strikewire.0.log"))) {
      return all.filter(line -> line.contains("\"correlation_id\":\"" + id))
          .map(line -> JsonPath.from(line).getString("outcome"))
          .toList();
    }
  }

  @Test
  void an_alert_goes_through_prometheus_and_alertmanager_to_whoever_receives_it_and_is_resolved(
      Alerts alerts) throws Exception {
    Tools.need("prometheus", "prometheus-alertmanager");
    Queue<String> received = new ConcurrentLinkedQueue<>();
    HttpServer receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          received.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    receiver.start();
    int manager = freePort();
    int prometheus = freePort();
    alerts.decided(alerts.accepted(alerts.entry("TLT", ",\"premium\":4.2")));
    Process alerting = alertmanager(manager, receiver.getAddress().getPort());
    Process scraping = prometheus(prometheus, manager, alerts.strikewire().port());
    try {
      brake(alerts, true);
      JsonPath firing =
          await().atMost(PATIENCE).until(() -> said(received, "firing"), x -> x != null);
      assertThat(firing.getString("alerts[0].labels.alertname")).isEqualTo("StrikewireKillSwitch");
      assertThat(firing.getString("alerts[0].annotations.runbook"))
          .isEqualTo("docs/runbook.md#kill-switch");
      brake(alerts, false);
      await().atMost(PATIENCE).until(() -> said(received, "resolved"), x -> x != null);
      everyQueryOfTheDashboardsAnswers(prometheus);
      everyPromisedFigureIsScraped(prometheus);
    } finally {
      brake(alerts, false);
      scraping.destroy();
      alerting.destroy();
      receiver.stop(0);
      scraping.waitFor(10, TimeUnit.SECONDS);
      alerting.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static void everyQueryOfTheDashboardsAnswers(int prometheus) throws Exception {
    List<String> queries = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("grafana"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        queries.addAll(
            JsonPath.from(Files.readString(file)).getList("panels.targets.expr.flatten()"));
      }
    }
    assertThat(queries).hasSizeGreaterThan(10);
    List<String> dead = new ArrayList<>();
    for (String query : queries) {
      JsonPath answer = query(prometheus, query.replace("$__rate_interval", "1m"));
      if (!"success".equals(answer.getString("status"))
          || answer.getList("data.result").isEmpty()) {
        dead.add(query + " -> " + answer.prettify());
      }
    }
    assertThat(dead).isEmpty();
  }

  /** What the service promises to tell of itself, as a scraper knows it afterwards. */
  private static void everyPromisedFigureIsScraped(int prometheus) throws Exception {
    assertThat(
            query(prometheus, "group by (__name__) ({__name__=~\"strikewire_.*\"})")
                .getList("data.result.metric.__name__", String.class))
        .contains(
            "strikewire_signals_received",
            "strikewire_signals_decided",
            "strikewire_signals_entered",
            "strikewire_signals_rejected",
            "strikewire_signals_rejected_for",
            "strikewire_signals_acceptance_rate",
            "strikewire_signals_pending",
            "strikewire_queue_age_seconds",
            "strikewire_signals_dead",
            "strikewire_positions_open",
            "strikewire_positions_exposure_usd",
            "strikewire_positions_unrealized_pnl_usd",
            "strikewire_positions_realized_pnl_usd",
            "strikewire_latency_seconds_bucket",
            "strikewire_context_hit_rate",
            "strikewire_database_connections_in_use",
            "strikewire_database_connections_free",
            "strikewire_errors",
            "strikewire_clock_skew_seconds",
            "strikewire_disk_free_ratio",
            "strikewire_holds_in_force");
  }

  private static JsonPath query(int prometheus, String query) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + prometheus
                        + "/api/v1/query?query="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8)))
            .build();
    return JsonPath.from(
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static JsonPath said(Queue<String> received, String status) {
    return received.stream()
        .map(JsonPath::from)
        .filter(json -> status.equals(json.getString("alerts[0].status")))
        .filter(json -> "StrikewireKillSwitch".equals(json.getString("alerts[0].labels.alertname")))
        .findFirst()
        .orElse(null);
  }

  private Process alertmanager(int port, int receiver) throws IOException {
    Path config =
        Files.writeString(
            work.resolve("alertmanager.yml"),
            """
            route: {receiver: test, group_by: [alertname], group_wait: 0s, group_interval: 1s}
            receivers:
              - name: test
                webhook_configs: [{url: 'http://127.0.0.1:%d/', send_resolved: true}]
            """
                .formatted(receiver));
    return start(
        "alertmanager.log",
        "prometheus-alertmanager",
        "--config.file=" + config,
        "--storage.path=" + work.resolve("alertmanager"),
        "--web.listen-address=127.0.0.1:" + port,
        "--cluster.listen-address=");
  }

  private Process prometheus(int port, int manager, int strikewire) throws IOException {
    Path config =
        Files.writeString(
            work.resolve("prometheus.yml"),
            """
            global: {scrape_interval: 1s, evaluation_interval: 1s}
            rule_files: ['%s']
            alerting: {alertmanagers: [{static_configs: [{targets: ['127.0.0.1:%d']}]}]}
            scrape_configs:
              - {job_name: strikewire, static_configs: [{targets: ['127.0.0.1:%d']}]}
            """
                .formatted(
                    Path.of("prometheus", "rules.yml").toAbsolutePath(), manager, strikewire));
    return start(
        "prometheus.log",
        "prometheus",
        "--config.file=" + config,
        "--storage.tsdb.path=" + work.resolve("prometheus"),
        "--web.listen-address=127.0.0.1:" + port);
  }

  private Process start(String log, String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(work.resolve(log).toFile())
        .start();
  }

  private static void brake(Alerts alerts, boolean engaged) throws Exception {
    byte[] body =
        "{\"engaged\":%s,\"reason\":\"observation\"}"
            .formatted(engaged)
            .getBytes(StandardCharsets.UTF_8);
    assertThat(
            alerts
                .strikewire()
                .post("/kill-switch", body, "content-type", "application/json")
                .statusCode())
        .isEqualTo(200);
  }

  private static double gauge(String text, String name, String... tags) {
    return Pattern.compile("(?m)^" + name + "(\\{[^}]*})? (\\S+)$")
        .matcher(text)
        .results()
        .filter(
            line -> Stream.of(tags).allMatch(tag -> String.valueOf(line.group(1)).contains(tag)))
        .map((MatchResult line) -> Double.valueOf(line.group(2)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in\n" + text));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
