package io.strikewire.deploy.system;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Providers that answer, fail and recover, seen from outside of the service. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MarketDataIT {

  private static final Instant MONDAY = Instant.parse(RunningStrikewire.MONDAY);

  @TempDir static Path data;
  private static WireMockServer provider;
  private static RunningStrikewire service;

  @BeforeAll
  static void start() throws Exception {
    provider = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    provider.start();
    chain("_RUT", okJson(chainOf("RUT", "RUTW", MONDAY)));
    service =
        RunningStrikewire.start(
            data,
            Map.ofEntries(
                entry("STRIKEWIRE_CLOCK", RunningStrikewire.MONDAY),
                entry("STRIKEWIRE_CONTEXT_PROVIDER", "tradier"),
                entry("STRIKEWIRE_CONTEXT_PROVIDER_URL", provider.baseUrl()),
                entry("STRIKEWIRE_CONTEXT_PULLED_TTL_SECONDS", "4"),
                entry("STRIKEWIRE_CONTEXT_DEGRADED_AFTER_FAILURES", "1"),
                entry("STRIKEWIRE_CONTEXT_RECOVERED_AFTER_SUCCESSES", "1"),
                entry("STRIKEWIRE_GEX_PROVIDER_URL", provider.baseUrl()),
                entry("STRIKEWIRE_GEX_REFRESH_SYMBOLS", "RUT"),
                entry(
                    "io_strikewire_context_feed_http_GuardedProvider_quotes_CircuitBreaker_delay",
                    "2"),
                entry("io_strikewire_gex_feed_http_GuardedQuotes_file_CircuitBreaker_delay", "0"),
                entry("io_strikewire_gex_feed_http_GuardedQuotes_file_Timeout_value", "4")));
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
    provider.stop();
  }

  @Test
  @Order(1)
  void in_market_hours_chains_are_refreshed_though_nobody_asks() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> service.get("/gex/RUT").statusCode() == 200);
    provider.verify(1, getRequestedFor(urlPathEqualTo(file("_RUT"))));
  }

  @Test
  @Order(2)
  void a_context_is_pulled_lost_and_found_again_and_the_mode_tells() throws Exception {
    provider.resetAll();
    answering();
    awaitHealth("NORMAL", "FRESH");
    JsonPath context = json(service.get("/context"));
    assertThat(context.getString("origin")).isEqualTo("PULLED");
    assertThat(context.getString("source")).isEqualTo("tradier");
    assertThat(context.getDouble("vix")).isEqualTo(14.8);
    assertThat(context.getList("figures.source")).contains("tradier");

    provider.resetAll();
    quoting(MONDAY.minus(Duration.ofDays(1)));
    awaitMode("DEGRADED");
    JsonPath health = json(service.get("/health"));
    assertThat(health.getString("status")).isEqualTo("degraded");
    assertThat(health.getString("components.context.degradedBecause"))
        .startsWith("the provider's quotes are of");
    JsonPath feed = json(service.get("/health/context"));
    assertThat(feed.getInt("feed.failed")).isPositive();
    assertThat(decidedMode("IWM")).isEqualTo("DEGRADED");
    assertThat(decidedMode("IWM")).as("refused for its cooldown").isEqualTo("DEGRADED");
    Alerts alerts = new Alerts(service);
    JsonPath nothing =
        alerts.decided(
            alerts.accepted("{\"symbol\":\"EEM\",\"action\":\"close\",\"timeframe\":\"5m\"}"));
    assertThat(nothing.getString("decision.rejection")).isEqualTo("NOTHING_TO_CLOSE");
    assertThat(nothing.getString("decision.calculations.marketDataMode")).isEqualTo("DEGRADED");

    provider.resetAll();
    answering();
    awaitHealth("NORMAL", "FRESH");
    assertThat(decidedMode("DIA")).isEqualTo("NORMAL");
    assertThat(new JsonPath(service.get("/context/modes").body()).getList("mode", String.class))
        .startsWith("NORMAL", "DEGRADED");
  }

  /** The mode that a new signal's decision names. */
  private static String decidedMode(String symbol) throws Exception {
    Alerts alerts = new Alerts(service);
    return alerts
        .decided(alerts.accepted(alerts.entry(symbol, ",\"premium\":4.2")))
        .getString("decision.calculations.marketDataMode");
  }

  @Test
  @Order(3)
  void providers_that_do_not_answer_block_no_decision() throws Exception {
    provider.resetAll();
    answering();
    awaitHealth("NORMAL", "FRESH");
    Alerts alerts = new Alerts(service);
    String held = alerts.position(alerts.accepted(alerts.entry("XLE", ",\"premium\":4.2")));
    provider.resetAll();
    provider.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(30_000)));
    provider.stubFor(
        get(urlPathEqualTo("/v1/markets/quotes"))
            .willReturn(okJson(" ".repeat(60)).withChunkedDribbleDelay(60, 60_000)));
    CompletableFuture<Integer> refreshing =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return refresh("SPX").statusCode();
              } catch (Exception failed) {
                throw new IllegalStateException(failed);
              }
            });
    for (String symbol : List.of("XLB", "XLC", "XLI")) {
      alerts.decided(alerts.accepted(alerts.entry(symbol, ",\"premium\":4.2")));
    }
    assertThat(refreshing.isDone()).as("decided while the provider is still silent").isFalse();
    assertThat(refreshing.get(30, TimeUnit.SECONDS)).isEqualTo(503);
    assertThat(gauge("strikewire_gex_feed_failed")).isPositive();
    awaitMode("DEGRADED");
    assertThat(gauge("strikewire_market_data_degraded")).isEqualTo(1);
    new Book(service).quote("XLE261218C00500000", "6.40", "6.50");
    JsonPath sold = alerts.closed(held);
    assertThat(sold.getString("exit_reason")).as("exits go on").isEqualTo("PROFIT_TARGET");
    assertThat(sold.getString("exits.find{it.decision=='EXIT'}.reasoning"))
        .contains("MARKET_DATA NOTE: DEGRADED since");
    provider.resetAll();
  }

  private static double gauge(String name) throws Exception {
    return service
        .get("/metrics", "accept", "text/plain")
        .body()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Order(4)
  void a_chain_of_an_earlier_day_is_stored_as_stale_and_weighs_nothing() throws Exception {
    provider.resetAll();
    answering();
    awaitHealth("NORMAL", "FRESH");
    String symbol = "SPY";
    chain(symbol, okJson(chainOf(symbol, symbol, MONDAY.minus(Duration.ofDays(3)))));
    HttpResponse<String> stored = refresh(symbol);
    assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
    JsonPath profile = json(service.get("/gex/" + symbol));
    assertThat(profile.getString("freshness")).isEqualTo("STALE");
    assertThat(profile.getDouble("gexWeight")).isZero();
    Alerts alerts = new Alerts(service);
    JsonPath decided = alerts.decided(alerts.accepted(alerts.entry(symbol, ",\"premium\":4.2")));
    assertThat(decided.getString("decision.calculations.gexFreshness")).isEqualTo("MISSING");
    assertThat(decided.getDouble("decision.calculations.gexAdjustment")).isZero();
  }

  @Test
  @Order(5)
  void a_chain_is_fetched_by_hand_and_what_is_none_is_told_apart() throws Exception {
    chain("_SPX", okJson(chainOf("SPX", "SPXW", MONDAY.minusSeconds(600))));
    HttpResponse<String> stored = refresh("SPX");
    assertThat(stored.statusCode()).isEqualTo(200);
    assertThat(json(stored).getString("freshness")).isEqualTo("FRESH");
    assertThat(json(stored).getDouble("gexWeight")).isEqualTo(1);

    chain("_SPX", okJson(chainOf("SPX", "SPXW", MONDAY.minus(Duration.ofDays(3)))));
    HttpResponse<String> old = refresh("SPX");
    assertThat(old.statusCode()).isEqualTo(200);
    assertThat(json(service.get("/gex/SPX")).getString("freshness")).isEqualTo("FRESH");
    assertThat(json(service.get("/gex/SPX/history")).getList("items")).hasSize(2);

    chain("_SPX", okJson(chainOf("SPX", "SPXW", MONDAY).substring(0, 150)));
    assertThat(refresh("SPX").statusCode()).isEqualTo(400);
    chain(
        "_SPX", aResponse().withHeader("content-type", "text/html").withBody("<html>busy</html>"));
    assertThat(refresh("SPX").statusCode()).isEqualTo(400);
    assertThat(json(service.get("/gex/SPX/history")).getList("items")).hasSize(2);

    chain("_SPX", aResponse().withStatus(429));
    HttpResponse<String> tooOften = refresh("SPX");
    assertThat(tooOften.statusCode()).isEqualTo(503);
    assertThat(tooOften.body()).contains("429");
    provider.resetRequests();
    refresh("SPX");
    provider.verify(1, getRequestedFor(urlPathEqualTo(file("_SPX"))));
  }

  private static String file(String name) {
    return "/api/global/delayed_quotes/options/" + name + ".json";
  }

  private static void chain(
      String name, com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer) {
    provider.stubFor(get(urlPathEqualTo(file(name))).willReturn(answer));
  }

  private static String chainOf(String symbol, String root, Instant asOf) {
    return "{\"timestamp\":\""
        + asOf.toString().replace("Z", "").replace('T', ' ')
        + "\",\"data\":{\"symbol\":\""
        + symbol
        + "\",\"current_price\":4000.0,\"options\":["
        + "{\"option\":\""
        + root
        + "261218C04000000\",\"bid\":90.0,\"ask\":91.0,\"iv\":0.2,"
        + "\"gamma\":0.0018,\"open_interest\":500,\"volume\":3,\"delta\":0.5},"
        + "{\"option\":\""
        + root
        + "261218P03900000\",\"bid\":50.0,\"ask\":51.0,\"iv\":0.22,"
        + "\"gamma\":0.0015,\"open_interest\":900,\"volume\":4,\"delta\":-0.35}]}}";
  }

  private static HttpResponse<String> refresh(String symbol) throws Exception {
    return service.signed(
        "/gex/" + symbol + "/refresh", "{}".getBytes(StandardCharsets.UTF_8), "application/json");
  }

  /** Quotes of the service's own now: it began on Monday and runs on. */
  private static void answering() {
    quoting(MONDAY.plusSeconds(30));
  }

  private static void quoting(Instant at) {
    long traded = at.toEpochMilli();
    provider.stubFor(
        get(urlPathEqualTo("/v1/markets/quotes"))
            .willReturn(
                okJson(
                    "{\"quotes\":{\"quote\":[{\"symbol\":\"SPY\",\"last\":502.1,\"trade_date\":"
                        + traded
                        + "},{\"symbol\":\"VIX\",\"last\":14.8,\"trade_date\":"
                        + traded
                        + "}]}}")));
    provider.stubFor(
        get(urlPathEqualTo("/v1/markets/history")).willReturn(okJson("{\"history\":null}")));
  }

  private static void awaitMode(String mode) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> json(service.get("/health")).getString("components.context.mode").equals(mode));
  }

  private static void awaitHealth(String mode, String freshness) {
    awaitMode(mode);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                json(service.get("/health"))
                    .getString("components.context.freshness")
                    .equals(freshness));
  }

  private static JsonPath json(HttpResponse<String> answer) {
    return new JsonPath(answer.body());
  }
}
