package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The built jar, from a signed alert to each end of the route, on a real database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignalToPositionIT {

  private static final String MONDAY = "2026-11-23T15:00:00Z";

  @TempDir private static Path data;
  private static RunningStrikewire strikewire;

  @BeforeAll
  static void start() throws Exception {
    strikewire = RunningStrikewire.start(data, MONDAY);
  }

  @AfterAll
  static void stop() throws Exception {
    strikewire.close();
  }

  @Test
  @Order(1)
  void without_context_an_entry_is_rejected() throws Exception {
    JsonPath signal = decided(accepted(entry("IWM", ",\"premium\":1.5")));
    assertThat(signal.getString("status")).isEqualTo("REJECTED");
    assertThat(signal.getString("decision.rejection")).isEqualTo("MARKET_DATA_UNAVAILABLE");
  }

  @Test
  @Order(2)
  void a_call_becomes_a_position_with_every_stage_shown_and_its_repeat_is_a_duplicate()
      throws Exception {
    report(14.8);
    String body = entry("SPY", ",\"premium\":4.2");
    String id = accepted(body);
    JsonPath signal = decided(id);
    assertThat(signal.getString("decision.decision")).isEqualTo("ENTER");
    assertThat(signal.getList("route.stage", String.class))
        .containsExactly(
            "RECEIVE", "NORMALIZE", "VALIDATE", "DEDUPLICATE", "ENRICH", "DECIDE", "OPEN");
    assertThat(signal.getString("position_id")).isNotNull();

    JsonPath repeat = JsonPath.from(strikewire.signed(body).body());
    assertThat(repeat.getString("status")).isEqualTo("DUPLICATE");
    assertThat(repeat.getString("correlation_id")).isEqualTo(id);
  }

  @Test
  @Order(3)
  void a_second_alert_within_the_cooldown_is_rejected() throws Exception {
    JsonPath signal = decided(accepted(entry("SPY", ",\"premium\":4.3")));
    assertThat(signal.getString("decision.rejection")).isEqualTo("COOLDOWN");
  }

  @Test
  @Order(4)
  void the_same_alert_in_another_body_is_a_duplicate_by_its_fingerprint() throws Exception {
    String time = now();
    decided(accepted(entryAt("DIA", time, "")));
    JsonPath second = decided(accepted(entryAt("DIA", time, ",\"note\":\"again\"")));
    assertThat(second.getString("status")).isEqualTo("DUPLICATE");
    assertThat(second.getString("decision.stage")).isEqualTo("DEDUPLICATE");
  }

  @Test
  @Order(5)
  void a_closing_alert_sells_what_is_open_and_then_finds_nothing() throws Exception {
    JsonPath closed =
        decided(
            accepted(
                "{\"symbol\":\"SPY\",\"action\":\"close\",\"timeframe\":\"5m\",\"premium\":5}"));
    assertThat(closed.getString("status")).isEqualTo("CLOSED");
    assertThat(closed.getString("decision.decision")).isEqualTo("EXIT");
    // 4 contracts: (5.00 - 4.20) × 400 less 2 × 4 × 0.67 USD of costs
    JsonPath positions = JsonPath.from(strikewire.get("/positions?symbol=SPY").body());
    assertThat(positions.getDouble("items[0].realized_pnl")).isEqualTo(314.64);
    JsonPath nothing =
        decided(accepted("{\"symbol\":\"SPY\",\"action\":\"flatten\",\"timeframe\":\"5m\"}"));
    assertThat(nothing.getString("decision.rejection")).isEqualTo("NOTHING_TO_CLOSE");
  }

  @Test
  @Order(6)
  void the_sample_of_2024_is_too_old_and_a_vix_of_60_too_high() throws Exception {
    JsonPath sample = decided(accepted(entryAt("QQQ", "2024-01-29T12:00:00Z", ",\"premium\":1")));
    assertThat(sample.getString("decision.rejection")).isEqualTo("TOO_OLD");
    report(60);
    JsonPath nervous = decided(accepted(entry("QQQ", ",\"premium\":1")));
    assertThat(nervous.getString("decision.rejection")).isEqualTo("VIX_TOO_HIGH");
  }

  @Test
  @Order(7)
  void a_wrong_signature_is_refused_and_an_unreadable_body_names_its_mistake() throws Exception {
    assertThat(strikewire.post("{}", "00").statusCode()).isEqualTo(401);
    HttpResponse<String> bad = strikewire.signed("{\"symbol\":\"SPY\",\"timeframe\":\"5m\"}");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(JsonPath.from(bad.body()).getString("errors[0].field")).isEqualTo("direction");
    assertThat(strikewire.signed("[".repeat(60_000)).statusCode()).isEqualTo(400);
  }

  @Test
  @Order(8)
  void a_batch_has_a_result_for_each_of_its_signals() throws Exception {
    String good = entry("XLF", ",\"premium\":0.5");
    HttpResponse<String> answer =
        strikewire.signed(
            "/webhook/batch", "{\"signals\":[" + good + ",{\"symbol\":\"XLE\"}," + good + "]}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonPath results = JsonPath.from(answer.body());
    assertThat(results.getList("results.status", String.class))
        .containsExactly("ACCEPTED", "REFUSED", "DUPLICATE");
    assertThat(results.getString("results[2].correlation_id"))
        .isEqualTo(results.getString("results[0].correlation_id"));
    decided(results.getString("results[0].correlation_id"));
    assertThat(strikewire.signed("/webhook/batch", "{\"signals\":[]}").statusCode()).isEqualTo(400);
  }

  @Test
  @Order(9)
  void a_body_that_is_far_too_long_is_refused_in_a_way_its_sender_can_read() throws Exception {
    HttpResponse<String> answer = strikewire.post("x".repeat(60_000_000), "00");
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(JsonPath.from(answer.body()).getInt("status")).isEqualTo(413);
    HttpResponse<String> method = strikewire.get("/webhook");
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(method.headers().firstValue("allow")).contains("POST");
  }

  @Test
  @Order(10)
  void what_went_wrong_is_listed_and_only_a_dead_signal_is_tried_again() throws Exception {
    JsonPath errors = JsonPath.from(strikewire.get("/errors").body());
    assertThat(errors.getList("items.stage", String.class)).contains("INTAKE");
    assertThat(strikewire.get("/errors?status=DEAD").body()).contains("\"items\":[]");
    String decided = accepted(entry("XLK", ",\"premium\":0.5"));
    decided(decided);
    assertThat(strikewire.signed("/signals/" + decided + "/retry", "").statusCode()).isEqualTo(409);
  }

  private static void report(double vix) throws Exception {
    String body =
        """
        {"type":"CONTEXT","ticker":"SPY","price":502.1,"timestamp":"%s","timeframe":"5m",
         "volatility":{"vix":%s,"vix_regime":"NORMAL"},
         "market":{"spy_trend":"BULLISH","market_bias":"BULLISH"}}
        """
            .formatted(now(), vix);
    assertThat(strikewire.signed(body).statusCode()).isEqualTo(200);
  }

  private static String entry(String symbol, String more) throws Exception {
    return entryAt(symbol, now(), more);
  }

  private static String entryAt(String symbol, String time, String more) {
    return """
        {"source":"TradingView","symbol":"%s","direction":"CALL","timeframe":"5m","timestamp":"%s",
         "strike":500,"expiration":"2026-12-18"%s}
        """
        .formatted(symbol, time, more);
  }

  /** The service's own clock. */
  private static String now() throws Exception {
    return JsonPath.from(strikewire.get("/health").body()).getString("timestamp");
  }

  private static String accepted(String body) throws Exception {
    HttpResponse<String> answer = strikewire.signed(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(JsonPath.from(answer.body()).getString("status")).isEqualTo("ACCEPTED");
    return JsonPath.from(answer.body()).getString("correlation_id");
  }

  private static JsonPath decided(String id) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> JsonPath.from(strikewire.get("/signals/" + id).body()),
            signal -> !"RECEIVED".equals(signal.getString("status")));
  }
}
