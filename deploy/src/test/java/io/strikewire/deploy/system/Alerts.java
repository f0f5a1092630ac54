package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Alerts to a running service, and what becomes of them. */
record Alerts(RunningStrikewire strikewire) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A market context with this VIX, as of now. */
  void report(double vix) throws Exception {
    String body =
        """
        {"type":"CONTEXT","ticker":"SPY","price":502.1,"timestamp":"%s","timeframe":"5m",
         "volatility":{"vix":%s,"vix_regime":"NORMAL"},
         "market":{"spy_trend":"BULLISH","market_bias":"BULLISH"}}
        """
            .formatted(now(), vix);
    assertThat(strikewire.signed(body).statusCode()).isEqualTo(200);
  }

  /** A call on a December contract; {@code more} is added to its fields. */
  String entry(String symbol, String more) throws Exception {
    return entryAt(symbol, now(), more);
  }

  static String entryAt(String symbol, String time, String more) {
    return """
        {"source":"TradingView","symbol":"%s","direction":"CALL","timeframe":"5m","timestamp":"%s",
         "strike":500,"expiration":"2026-12-18"%s}
        """
        .formatted(symbol, time, more);
  }

  /** The service's own clock. */
  String now() throws Exception {
    return JsonPath.from(strikewire.get("/health").body()).getString("timestamp");
  }

  /** Sends a body that must be accepted; the signal's id. */
  String accepted(String body) throws Exception {
    HttpResponse<String> answer = strikewire.signed(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(JsonPath.from(answer.body()).getString("status")).isEqualTo("ACCEPTED");
    return JsonPath.from(answer.body()).getString("correlation_id");
  }

  /** Waits for the decision. */
  JsonPath decided(String id) {
    return await()
        .atMost(PATIENCE)
        .until(() -> signal(id), signal -> !"RECEIVED".equals(signal.getString("status")));
  }

  /** Waits for the position that an entry becomes; the position's id. */
  String position(String id) {
    return await()
        .atMost(PATIENCE)
        .until(() -> signal(id).getString("position_id"), position -> position != null);
  }

  /** Waits until a position is closed; the position. */
  JsonPath closed(String position) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> JsonPath.from(strikewire.get("/positions/" + position).body()),
            known -> known.getBoolean("is_closed"));
  }

  /** Waits until something is so. */
  void until(Callable<Boolean> so) {
    await().atMost(PATIENCE).until(so);
  }

  JsonPath signal(String id) throws Exception {
    return JsonPath.from(strikewire.get("/signals/" + id).body());
  }
}
