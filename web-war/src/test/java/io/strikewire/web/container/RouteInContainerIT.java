package io.strikewire.web.container;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WAR as it is shipped, on Payara Micro and PostgreSQL: one test for each end of the route. */
@ExtendWith(ArquillianExtension.class)
class RouteInContainerIT {

  @ArquillianResource private URL base;

  @Deployment(testable = false)
  static WebArchive shipped() {
    return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
        .importFrom(new File("target/ROOT.war"))
        .as(WebArchive.class);
  }

  @Test
  void rejected_by_the_normalizer_because_the_contract_has_expired() throws Exception {
    JsonPath signal = decided(entry("XLE", "\"strike\":90,\"expiration\":\"2026-11-20\""));
    assertThat(signal.getString("decision.rejection")).isEqualTo("CONTRACT_EXPIRED");
    assertThat(signal.getList("route.stage")).containsExactly("RECEIVE", "NORMALIZE");
    assertThat(signal.getString("decision.counterfactual")).startsWith("expiration on or after");
  }

  @Test
  void rejected_by_the_validator_because_the_alert_is_too_old() throws Exception {
    JsonPath signal =
        decided(
            "{\"symbol\":\"XLF\",\"direction\":\"PUT\",\"timeframe\":\"5m\","
                + "\"timestamp\":\"2024-01-29T12:00:00Z\"}");
    assertThat(signal.getString("decision.rejection")).isEqualTo("TOO_OLD");
    assertThat(signal.getString("decision.counterfactual")).startsWith("alert at most");
    assertThat(signal.getString("decision.stage")).isEqualTo("VALIDATE");
  }

  @Test
  void duplicate_by_its_fingerprint() throws Exception {
    String time = now();
    String alert =
        "{\"symbol\":\"XLK\",\"direction\":\"CALL\",\"timeframe\":\"5m\",\"timestamp\":\"%s\"%s}";
    decided(alert.formatted(time, ""));
    JsonPath second = decided(alert.formatted(time, ",\"note\":\"the same in other words\""));
    assertThat(second.getString("status")).isEqualTo("DUPLICATE");
    assertThat(second.getString("decision.rejection")).isEqualTo("DUPLICATE_FINGERPRINT");
    assertThat(second.getString("decision.counterfactual"))
        .startsWith("the same alert last seen at least");
  }

  @Test
  void rejected_by_the_decision_because_nobody_knows_the_premium() throws Exception {
    report();
    JsonPath signal = decided(entry("XLV", "\"strike\":140,\"expiration\":\"2026-12-18\""));
    assertThat(signal.getString("decision.rejection")).isEqualTo("PREMIUM_UNKNOWN");
    assertThat(signal.getString("decision.stage")).isEqualTo("DECIDE");
    assertThat(signal.getDouble("decision.confidence")).isPositive();
  }

  @Test
  void refused_by_the_book_and_told_what_would_have_helped() throws Exception {
    report();
    String contract = "\"strike\":90,\"expiration\":\"2026-12-18\",\"premium\":2.5";
    brake(true);
    try {
      JsonPath signal = decided(entry("XLE", contract));
      assertThat(signal.getString("decision.rejection")).isEqualTo("KILL_SWITCH");
      assertThat(signal.getString("route[-1].stage")).isEqualTo("OPEN");
      assertThat(signal.getString("decision.counterfactual")).isEqualTo("kill switch released");
      JsonPath asked = doctor(entry("XLE", contract));
      assertThat(asked.getString("decision.rejection")).isEqualTo("KILL_SWITCH");
      assertThat(asked.getString("decision.counterfactual")).isEqualTo("kill switch released");
    } finally {
      brake(false);
    }
  }

  private JsonPath doctor(String alert) {
    return given()
        .contentType("application/json")
        .body(alert)
        .post(base + "signals/doctor")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void brake(boolean engaged) {
    given()
        .contentType("application/json")
        .body("{\"engaged\":%s,\"reason\":\"a test\"}".formatted(engaged))
        .post(base + "kill-switch")
        .then()
        .statusCode(200);
  }

  @Test
  void entered_and_closed_and_nothing_left_to_close() throws Exception {
    report();
    JsonPath entered =
        decided(entry("XLI", "\"strike\":120,\"expiration\":\"2026-12-18\",\"premium\":2.5"));
    assertThat(entered.getString("status")).isEqualTo("ACCEPTED");
    String position =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () -> signal(entered.getString("id")).getString("position_id"), id -> id != null);
    assertThat(get("/positions/" + position).getString("occ_symbol"))
        .isEqualTo("XLI261218C00120000");

    String close = "{\"symbol\":\"XLI\",\"action\":\"%s\",\"timeframe\":\"5m\",\"premium\":3}";
    JsonPath closed = decided(close.formatted("close"));
    assertThat(closed.getString("status")).isEqualTo("CLOSED");
    assertThat(closed.getString("decision.decision")).isEqualTo("EXIT");
    assertThat(closed.getString("decision.counterfactual"))
        .isEqualTo("nothing open or on order in XLI");
    assertThat(get("/positions/" + position).getString("exits[0].counterfactual"))
        .isEqualTo("not asked for by signal " + closed.getString("id"));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get("/positions/" + position).getBoolean("is_closed"));

    JsonPath nothing = decided(close.formatted("flatten"));
    assertThat(nothing.getString("decision.rejection")).isEqualTo("NOTHING_TO_CLOSE");
    assertThat(nothing.getString("decision.counterfactual")).isEqualTo("an open position in XLI");
  }

  @Test
  void what_is_committed_reaches_the_live_stream() throws Exception {
    HttpURLConnection stream = (HttpURLConnection) new URL(base, "/live").openConnection();
    stream.setReadTimeout(20_000);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("event: hello");
      String id = accepted(entry("XLU", "\"strike\":70,\"expiration\":\"2026-11-20\""));
      String line = lines.readLine();
      while (!line.equals("data: " + id)) {
        line = lines.readLine();
      }
      while (!signal(id).getString("status").equals("REJECTED")) {
        assertThat(lines.readLine()).as("told again when it is decided").isNotNull();
      }
    } finally {
      stream.disconnect();
    }
  }

  @Test
  void probes_and_scrapers_are_answered_by_microprofile() {
    for (String probe : new String[] {"live", "ready", "started"}) {
      given().get(base + "health/" + probe).then().statusCode(200);
    }
    String text = given().accept("text/plain").get(base + "metrics").asString();
    assertThat(text).contains("strikewire_signals_received").contains("# TYPE");
    assertThat(given().get(base + "metrics").contentType()).startsWith("application/json");
  }

  private String entry(String symbol, String more) {
    return "{\"symbol\":\"%s\",\"direction\":\"CALL\",\"timeframe\":\"5m\",\"timestamp\":\"%s\",%s}"
        .formatted(symbol, now(), more);
  }

  private void report() throws Exception {
    String body =
        "{\"type\":\"CONTEXT\",\"ticker\":\"SPY\",\"timestamp\":\"%s\",\"timeframe\":\"5m\","
                .formatted(now())
            + "\"volatility\":{\"vix\":14.8,\"vix_regime\":\"NORMAL\"},"
            + "\"market\":{\"spy_trend\":\"BULLISH\",\"market_bias\":\"BULLISH\"}}";
    assertThat(send(body).statusCode()).isEqualTo(200);
  }

  /** The service's own clock. */
  private String now() {
    return get("/health").getString("timestamp");
  }

  private JsonPath decided(String body) throws Exception {
    String id = accepted(body);
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> signal(id), signal -> !"RECEIVED".equals(signal.getString("status")));
  }

  private String accepted(String body) throws Exception {
    Response answer = send(body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.jsonPath().getString("status")).isEqualTo("ACCEPTED");
    return answer.jsonPath().getString("correlation_id");
  }

  private JsonPath signal(String id) {
    return get("/signals/" + id);
  }

  private JsonPath get(String path) {
    return given().get(base + path.substring(1)).jsonPath();
  }

  private Response send(String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(ContainerDatabase.SECRET.getBytes(StandardCharsets.UTF_8), "RAW"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return given()
        .contentType("application/json")
        .header("x-signature", HexFormat.of().formatHex(mac.doFinal(bytes)))
        .body(bytes)
        .post(base + "webhook");
  }
}
