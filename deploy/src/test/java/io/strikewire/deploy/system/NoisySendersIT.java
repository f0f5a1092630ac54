package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Alerts that come too often, out of step, or not at all. */
@ExtendWith(SharedStrikewire.class)
class NoisySendersIT {

  private final Alerts alerts;
  private final RunningStrikewire strikewire;

  NoisySendersIT(Alerts alerts) {
    this.alerts = alerts;
    this.strikewire = alerts.strikewire();
  }

  @Test
  void of_500_identical_alerts_at_once_one_is_accepted_and_499_are_counted_on_its_line()
      throws Exception {
    long before = repeated();
    byte[] body = alerts.entry("QQQ", ",\"strategy\":\"storm\"").getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(strikewire.url() + "/webhook"))
            .header("x-signature", RunningStrikewire.signature(strikewire.secret(), body))
            .timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpClient http = HttpClient.newHttpClient();
    List<CompletableFuture<HttpResponse<String>>> storm = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      storm.add(http.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
    }
    List<JsonPath> answers =
        storm.stream().map(answer -> JsonPath.from(answer.join().body())).toList();
    assertThat(answers.stream().filter(a -> "ACCEPTED".equals(a.getString("status")))).hasSize(1);
    assertThat(answers.stream().filter(a -> "DUPLICATE".equals(a.getString("status"))))
        .hasSize(499);
    assertThat(answers.stream().map(a -> a.getString("correlation_id")).distinct()).hasSize(1);

    String id = answers.get(0).getString("correlation_id");
    assertThat(repeated() - before).isEqualTo(499);
    assertThat(alerts.decided(id).getInt("repeats")).isEqualTo(499);
    List<String> lines =
        JsonPath.from(strikewire.get("/signals?limit=100&symbol=QQQ").body())
            .getList("items.findAll { it.metadata.strategy == 'storm' }.id", String.class);
    assertThat(lines).containsExactly(id);
  }

  @Test
  void a_paused_strategy_is_recorded_and_rejected_until_it_is_released() throws Exception {
    JsonPath hold = place("{\"strategy\":\"paused\",\"reason\":\"trying something\"}");
    assertThat(reason("paused", "")).isEqualTo("STRATEGY_PAUSED");
    assertThat(reason("another", "")).isNotEqualTo("STRATEGY_PAUSED");
    String closing = alerts.accepted(closing("paused"));
    assertThat(alerts.decided(closing).getString("reason")).isEqualTo("NOTHING_TO_CLOSE");

    String release = "/holds/" + hold.getString("id") + "/release";
    assertThat(strikewire.post(release, new byte[0]).statusCode()).isEqualTo(200);
    assertThat(strikewire.post(release, new byte[0]).statusCode()).isEqualTo(404);
    assertThat(reason("paused", "")).isNotEqualTo("STRATEGY_PAUSED");
  }

  @Test
  void a_paused_source_stops_all_its_strategies_and_a_wish_without_a_name_is_told_so()
      throws Exception {
    HttpResponse<String> nameless =
        strikewire.post("/holds", "{\"reason\":\"x\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(nameless.statusCode()).isEqualTo(400);
    assertThat(nameless.body()).contains("either strategy or source");
    JsonPath hold = place("{\"source\":\"Noisy\",\"reason\":\"too loud\"}");
    String body = alerts.entry("SPY", ",\"strategy\":\"any\"").replace("TradingView", "noisy");
    assertThat(alerts.decided(alerts.accepted(body)).getString("reason"))
        .isEqualTo("STRATEGY_PAUSED");
    strikewire.post("/holds/" + hold.getString("id") + "/release", new byte[0]);
  }

  @Test
  void an_alert_that_does_not_follow_the_last_one_stops_the_entries_of_its_strategy()
      throws Exception {
    String step = ",\"market_position\":\"long\",\"prev_market_position\":\"%s\"";
    assertThat(reason("gappy", step.formatted("flat"))).isNotEqualTo("STRATEGY_PAUSED");
    await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
    assertThat(reason("gappy", step.formatted("flat"))).isEqualTo("STRATEGY_PAUSED");
    JsonPath hold = held("gappy");
    assertThat(hold.getString("cause")).isEqualTo("GAP");
    assertThat(hold.getString("reason")).contains("an alert is missing");
    assertThat(strikewire.get("/metrics", "Accept", "text/plain").body())
        .contains("strikewire_holds_in_force");
    strikewire.post("/holds/" + hold.getString("id") + "/release", new byte[0]);
    await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
    assertThat(reason("gappy", step.formatted("long"))).isNotEqualTo("STRATEGY_PAUSED");
  }

  @Test
  void a_strategy_that_was_flat_while_we_hold_its_position_is_held() throws Exception {
    alerts.report(14);
    String stuck = ",\"strategy\":\"stuck\",\"premium\":1.5";
    alerts.position(alerts.accepted(alerts.entry("XHB", stuck)));
    String next = stuck + ",\"market_position\":\"long\",\"prev_market_position\":\"flat\"";
    await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
    assertThat(alerts.decided(alerts.accepted(alerts.entry("XHB", next))).getString("reason"))
        .isEqualTo("STRATEGY_PAUSED");
    assertThat(held("stuck").getString("reason")).contains("a position that it opened is held");
  }

  @Test
  void a_strategy_that_stops_reporting_is_held() throws Exception {
    String beat = "{\"type\":\"HEARTBEAT\",\"strategy\":\"silent\",\"interval_seconds\":%s}";
    assertThat(strikewire.signed(beat.formatted("0")).body()).contains("interval_seconds");
    assertThat(strikewire.signed(beat.formatted("1")).body()).contains("\"ACCEPTED\"");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(held("silent").getString("cause")).isEqualTo("SILENCE"));
  }

  @Test
  void a_browser_on_another_site_may_not_hold_or_release_anything() throws Exception {
    byte[] wish = "{\"strategy\":\"x\",\"reason\":\"y\"}".getBytes(StandardCharsets.UTF_8);
    for (String path : new String[] {"/holds", "/kill-switch"}) {
      assertThat(strikewire.post(path, wish, "Sec-Fetch-Site", "cross-site").statusCode())
          .isEqualTo(403);
    }
  }

  private JsonPath place(String wish) throws Exception {
    HttpResponse<String> answer = strikewire.post("/holds", wish.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonPath.from(answer.body());
  }

  private JsonPath held(String strategy) throws Exception {
    JsonPath all = JsonPath.from(strikewire.get("/holds").body());
    int at = all.getList("items.name", String.class).indexOf(strategy);
    assertThat(at).as("%s among %s", strategy, all.prettify()).isNotNegative();
    return all.setRootPath("items[" + at + "]");
  }

  private String reason(String strategy, String more) throws Exception {
    String body = alerts.entry("SPY", ",\"strategy\":\"" + strategy + '"' + more);
    return String.valueOf(alerts.decided(alerts.accepted(body)).getString("reason"));
  }

  private String closing(String strategy) throws Exception {
    return """
        {"symbol":"IWM","action":"CLOSE","timeframe":"5m","timestamp":"%s","strategy":"%s"}"""
        .formatted(Instant.parse(alerts.now()), strategy);
  }

  private long repeated() throws Exception {
    try (Connection connection = DriverManager.getConnection(strikewire.jdbcUrl());
        Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery(
                "SELECT coalesce(sum(count), 0) FROM signal_totals WHERE kind = 'REPEATED'")) {
      row.next();
      return row.getLong(1);
    }
  }
}
