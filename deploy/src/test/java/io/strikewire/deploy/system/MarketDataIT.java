package io.strikewire.deploy.system;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers that answer, fail and recover, seen from outside of the service. */
class MarketDataIT {

  private static final Instant MONDAY = Instant.parse(RunningStrikewire.MONDAY);
  private static final String CHAIN_FILE = "/api/global/delayed_quotes/options/_SPX.json";

  @TempDir static Path data;
  private static WireMockServer provider;
  private static RunningStrikewire service;

  @BeforeAll
  static void start() throws Exception {
    provider = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    provider.start();
    service =
        RunningStrikewire.start(
            data,
            Map.of(
                "STRIKEWIRE_CLOCK",
                RunningStrikewire.MONDAY,
                "STRIKEWIRE_CONTEXT_PROVIDER",
                "tradier",
                "STRIKEWIRE_CONTEXT_PROVIDER_URL",
                provider.baseUrl(),
                "STRIKEWIRE_CONTEXT_PULLED_TTL_SECONDS",
                "4",
                "STRIKEWIRE_GEX_PROVIDER_URL",
                provider.baseUrl(),
                "io_strikewire_context_feed_http_GuardedProvider_quotes_CircuitBreaker_delay",
                "2",
                "io_strikewire_gex_feed_http_GuardedQuotes_file_CircuitBreaker_delay",
                "0",
                "io_strikewire_gex_feed_http_GuardedQuotes_file_Timeout_value",
                "4"));
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
    provider.stop();
  }

  @Test
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
  void providers_that_do_not_answer_block_no_decision() throws Exception {
    provider.resetAll();
    answering();
    awaitHealth("NORMAL", "FRESH");
    provider.resetAll();
    provider.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(30_000)));
    provider.stubFor(
        get(urlPathEqualTo("/v1/markets/quotes"))
            .willReturn(okJson(" ".repeat(60)).withChunkedDribbleDelay(60, 60_000)));
    CompletableFuture<Integer> refreshing =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return refresh().statusCode();
              } catch (Exception failed) {
                throw new IllegalStateException(failed);
              }
            });
    Alerts alerts = new Alerts(service);
    for (String symbol : List.of("XLB", "XLC", "XLI")) {
      alerts.decided(alerts.accepted(alerts.entry(symbol, ",\"premium\":4.2")));
    }
    assertThat(refreshing.isDone()).as("decided while the provider is still silent").isFalse();
    assertThat(refreshing.get(30, TimeUnit.SECONDS)).isEqualTo(503);
    assertThat(gauge("strikewire_gex_feed_failed")).isPositive();
    awaitMode("DEGRADED");
    assertThat(gauge("strikewire_market_data_degraded")).isEqualTo(1);
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
  void a_chain_is_fetched_by_hand_and_what_is_none_is_told_apart() throws Exception {
    chain(okJson(chainOf(MONDAY.minusSeconds(600))));
    HttpResponse<String> stored = refresh();
    assertThat(stored.statusCode()).isEqualTo(200);
    assertThat(json(stored).getString("freshness")).isEqualTo("FRESH");
    assertThat(json(stored).getDouble("gexWeight")).isEqualTo(1);

    chain(okJson(chainOf(MONDAY.minus(Duration.ofDays(3)))));
    HttpResponse<String> old = refresh();
    assertThat(old.statusCode()).isEqualTo(200);
    assertThat(json(service.get("/gex/SPX")).getString("freshness")).isEqualTo("FRESH");
    assertThat(json(service.get("/gex/SPX/history")).getList("items")).hasSize(2);

    chain(okJson(chainOf(MONDAY).substring(0, 150)));
    assertThat(refresh().statusCode()).isEqualTo(400);
    chain(aResponse().withHeader("content-type", "text/html").withBody("<html>busy</html>"));
    assertThat(refresh().statusCode()).isEqualTo(400);
    assertThat(json(service.get("/gex/SPX/history")).getList("items")).hasSize(2);

    chain(aResponse().withStatus(429));
    HttpResponse<String> tooOften = refresh();
    assertThat(tooOften.statusCode()).isEqualTo(503);
    assertThat(tooOften.body()).contains("429");
    provider.resetRequests();
    refresh();
    provider.verify(1, getRequestedFor(urlPathEqualTo(CHAIN_FILE)));
  }

  private static void chain(
      com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer) {
    provider.stubFor(get(urlPathEqualTo(CHAIN_FILE)).willReturn(answer));
  }

  private static String chainOf(Instant asOf) {
    return "{\"timestamp\":\""
        + asOf.toString().replace("Z", "").replace('T', ' ')
        + "\",\"data\":{\"symbol\":\"SPX\",\"current_price\":4000.0,\"options\":["
        + "{\"option\":\"SPXW261218C04000000\",\"bid\":90.0,\"ask\":91.0,\"iv\":0.2,"
        + "\"gamma\":0.0018,\"open_interest\":500,\"volume\":3,\"delta\":0.5},"
        + "{\"option\":\"SPXW261218P03900000\",\"bid\":50.0,\"ask\":51.0,\"iv\":0.22,"
        + "\"gamma\":0.0015,\"open_interest\":900,\"volume\":4,\"delta\":-0.35}]}}";
  }

  private static HttpResponse<String> refresh() throws Exception {
    return service.signed(
        "/gex/SPX/refresh", "{}".getBytes(StandardCharsets.UTF_8), "application/json");
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
