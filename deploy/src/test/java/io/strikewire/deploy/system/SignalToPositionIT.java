package io.strikewire.deploy.system;

import static io.strikewire.deploy.system.Alerts.entryAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The built jar, from an alert to each end of the route. Each test trades a symbol of its own. */
@ExtendWith(SharedStrikewire.class)
class SignalToPositionIT {

  private final Alerts alerts;
  private final RunningStrikewire strikewire;

  SignalToPositionIT(Alerts alerts) {
    this.alerts = alerts;
    this.strikewire = alerts.strikewire();
  }

  @Test
  void a_call_becomes_a_position_with_every_stage_shown_and_its_repeat_is_a_duplicate()
      throws Exception {
    alerts.report(14.8);
    String body = alerts.entry("SPY", ",\"premium\":4.2");
    String id = alerts.accepted(body);
    JsonPath signal = alerts.decided(id);
    assertThat(signal.getString("decision.decision")).isEqualTo("ENTER");
    assertThat(signal.getList("route.stage", String.class))
        .startsWith("RECEIVE", "NORMALIZE", "VALIDATE", "DEDUPLICATE", "ENRICH", "DECIDE");
    JsonPath position = JsonPath.from(strikewire.get("/positions/" + alerts.position(id)).body());
    assertThat(position.getString("signal_id")).isEqualTo(id);
    assertThat(position.getString("occ_symbol")).isEqualTo("SPY261218C00500000");
    assertThat(position.getString("fills[0].side")).isEqualTo("BUY");
    assertThat(position.getMap("$")).containsKeys("exit_reason", "closed_at", "greeks");

    JsonPath repeat = JsonPath.from(strikewire.signed(body).body());
    assertThat(repeat.getString("status")).isEqualTo("DUPLICATE");
    assertThat(repeat.getString("correlation_id")).isEqualTo(id);

    JsonPath again =
        alerts.decided(alerts.accepted(alerts.entry("SPY", ",\"premium\":4.3,\"note\":\"later\"")));
    assertThat(again.getString("decision.rejection")).isEqualTo("COOLDOWN");
  }

  @Test
  void a_closing_alert_sells_what_is_open_to_the_cent_and_then_finds_nothing() throws Exception {
    alerts.report(14.8);
    String entered = alerts.accepted(alerts.entry("QQQ", ",\"premium\":4.2"));
    String position = alerts.position(entered);
    int contracts = alerts.signal(entered).getInt("decision.positionSize");
    JsonPath closed =
        alerts.decided(
            alerts.accepted(
                "{\"symbol\":\"QQQ\",\"action\":\"close\",\"timeframe\":\"5m\",\"premium\":5}"));
    assertThat(closed.getString("status")).isEqualTo("CLOSED");
    assertThat(closed.getString("decision.decision")).isEqualTo("EXIT");
    JsonPath after = alerts.closed(position);
    // (5.00 - 4.20) × 100 a contract, less 0.67 USD of costs on the way in and on the way out
    assertThat(after.getDouble("realized_pnl")).isEqualTo((8000 - 134) * contracts / 100.0);
    JsonPath nothing =
        alerts.decided(
            alerts.accepted("{\"symbol\":\"QQQ\",\"action\":\"flatten\",\"timeframe\":\"5m\"}"));
    assertThat(nothing.getString("decision.rejection")).isEqualTo("NOTHING_TO_CLOSE");
  }

  @Test
  void the_guides_own_sample_of_2024_is_accepted_and_then_too_old() throws Exception {
    JsonPath sample =
        alerts.decided(
            alerts.accepted(
                "{\"source\":\"TradingView\",\"symbol\":\"SPY\",\"direction\":\"CALL\","
                    + "\"timeframe\":\"5m\",\"timestamp\":\"2024-01-29T12:00:00Z\","
                    + "\"metadata\":{\"score\":85,\"confidence\":0.85}}"));
    assertThat(sample.getString("status")).isEqualTo("REJECTED");
    assertThat(sample.getString("decision.rejection")).isEqualTo("TOO_OLD");
  }

  @Test
  void a_vix_of_60_is_too_high_to_enter() throws Exception {
    alerts.report(60);
    JsonPath nervous = alerts.decided(alerts.accepted(alerts.entry("DIA", ",\"premium\":1")));
    assertThat(nervous.getString("decision.rejection")).isEqualTo("VIX_TOO_HIGH");
  }

  @Test
  void tradingview_posts_plain_text_to_its_secret_path() throws Exception {
    RunningStrikewire.Ended made =
        RunningStrikewire.run(
            Map.of(),
            "token",
            "create",
            "--source",
            "TradingView",
            "--data",
            strikewire.data().toString());
    assertThat(made.code()).as(made.said()).isZero();
    String path =
        made.said().lines().filter(line -> line.startsWith("path: ")).findFirst().orElseThrow();
    byte[] alert = entryAt("IWM", alerts.now(), "").getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        strikewire.post(path.substring("path: ".length()), alert, "content-type", "text/plain");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonPath signal = alerts.decided(JsonPath.from(answer.body()).getString("correlation_id"));
    assertThat(signal.getString("source")).isEqualTo("TRADINGVIEW");
    assertThat(strikewire.post("/webhook/swt_unknown", alert).statusCode()).isEqualTo(401);
  }

  @Test
  void a_batch_has_a_result_for_each_of_its_signals() throws Exception {
    String good = alerts.entry("XLF", ",\"premium\":0.5");
    HttpResponse<String> answer =
        batch("{\"signals\":[" + good + ",{\"symbol\":\"XLE\"}," + good + "]}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonPath results = JsonPath.from(answer.body());
    assertThat(results.getList("results.status", String.class))
        .containsExactly("ACCEPTED", "REFUSED", "DUPLICATE");
    assertThat(results.getString("results[2].correlation_id"))
        .isEqualTo(results.getString("results[0].correlation_id"));
    alerts.decided(results.getString("results[0].correlation_id"));
    assertThat(batch("{\"signals\":[]}").statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> batch(String body) throws Exception {
    return strikewire.signed(
        "/webhook/batch", body.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  @Test
  void what_went_wrong_is_listed_and_only_a_dead_signal_is_tried_again() throws Exception {
    assertThat(strikewire.signed("{\"symbol\":\"SPY\"}").statusCode()).isEqualTo(400);
    JsonPath errors = JsonPath.from(strikewire.get("/errors").body());
    assertThat(errors.getList("items.stage", String.class)).contains("INTAKE");
    JsonPath dead = JsonPath.from(strikewire.get("/errors?status=DEAD").body());
    assertThat(dead.getList("items.stage", String.class)).doesNotContain("INTAKE");
    String decided = alerts.accepted(alerts.entry("XLY", ",\"premium\":0.5"));
    alerts.decided(decided);
    assertThat(
            strikewire
                .signed("/signals/" + decided + "/retry", new byte[0], "application/json")
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void a_chain_file_gives_the_exposure_of_the_golden_values() throws Exception {
    byte[] file;
    try (GZIPInputStream stored =
        new GZIPInputStream(
            Files.newInputStream(
                Path.of("..", "gex-module", "src/test/resources/chains/rut-2023-09-21.json.gz")))) {
      file = stored.readAllBytes();
    }
    HttpResponse<String> answer =
        strikewire.signed("/gex/chains?symbol=RUT", file, "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonPath profile = JsonPath.from(strikewire.get("/gex/RUT?dayCount=262&levels=60").body());
    assertThat(profile.getInt("contracts")).isEqualTo(6680);
    assertThat(profile.getDouble("spot")).isEqualTo(1806.1193);
    assertThat(profile.getDouble("netGex"))
        .isCloseTo(-1_270_000_617.6261225, withinPercentage(1e-4));
    assertThat(profile.getDouble("callWall")).isEqualTo(1850);
    assertThat(profile.getDouble("putWall")).isEqualTo(1800);
    assertThat(profile.getDouble("zeroGamma[0]")).isCloseTo(1921.05, within(0.01));
    assertThat(profile.getMap("$"))
        .containsKeys(
            "maxPain",
            "putCallVolume",
            "putCallOpenInterest",
            "vanna",
            "charm",
            "dealerPosition",
            "regime",
            "expectedMove",
            "band",
            "expiries",
            "oddities");
    assertThat(profile.getList("signals.horizon", String.class)).hasSizeGreaterThan(1);
    assertThat(profile.getMap("convention")).containsOnlyKeys("sign", "dayCount", "levels");
    JsonPath strikes = JsonPath.from(strikewire.get("/gex/RUT/strikes").body());
    assertThat(
            strikes.<Number>getList("items.netGex").stream().mapToDouble(Number::doubleValue).sum())
        .as("strikes add up to the whole")
        .isCloseTo(profile.getDouble("netGex"), withinPercentage(1e-4));
    assertThat(JsonPath.from(strikewire.get("/gex/RUT/history").body()).getList("items"))
        .hasSize(1);
  }
}
