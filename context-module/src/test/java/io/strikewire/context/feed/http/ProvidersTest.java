package io.strikewire.context.feed.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.strikewire.config.SettingsReader;
import io.strikewire.context.ContextSettings;
import io.strikewire.context.feed.FeedUnavailable;
import io.strikewire.context.feed.MarketDataProvider;
import io.strikewire.context.history.BarHistory;
import io.strikewire.context.history.DailyBar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published shapes of both providers, and everything that can come in their place. */
class ProvidersTest {

  private static final String TRADIER_QUOTES =
      """
      {"quotes":{"quote":[
        {"symbol":"SPY","description":"SPDR S&P 500","exch":"P","type":"etf","last":502.1,
         "change":1.02,"volume":50312345,"open":501.2,"high":503.0,"low":500.9,"close":null,
         "bid":502.09,"ask":502.11,"trade_date":1795446000123,"prevclose":501.08},
        {"symbol":"VIX","description":"CBOE Volatility Index","exch":"O","type":"index",
         "last":14.8,"change":-0.3,"volume":0,"open":15.0,"high":15.2,"low":14.6,"close":null,
         "bid":0,"ask":0,"trade_date":1795445995000,"prevclose":15.1}]}}
      """;
  private static final String TRADIER_HISTORY =
      """
      {"history":{"day":[
        {"date":"2026-11-19","open":499.0,"high":501.5,"low":498.2,"close":500.8,"volume":61000000},
        {"date":"2026-11-20","open":500.9,"high":502.0,"low":499.5,"close":501.08,
         "volume":58000000}]}}
      """;
  private static final String POLYGON_SNAPSHOT =
      """
      {"results":[
        {"ticker":"I:VIX","name":"Cboe Volatility Index","type":"indices","market_status":"open",
         "value":14.8,"last_updated":1795445995000000000,"timeframe":"REAL-TIME",
         "session":{"open":15.0,"high":15.2,"low":14.6,"close":14.8,"previous_close":15.1}},
        {"ticker":"SPY","name":"SPDR S&P 500","type":"stocks","market_status":"open",
         "last_trade":{"price":502.1,"size":100,"last_updated":1795446000123000000,
                       "timeframe":"REAL-TIME"},
         "session":{"open":501.2,"high":503.0,"low":500.9,"close":502.1}}],
       "status":"OK","request_id":"r"}
      """;
  private static final String POLYGON_BARS =
      """
      {"ticker":"I:VIX","status":"OK","resultsCount":1,"results":[
        {"o":15.0,"h":15.6,"l":14.9,"c":15.1,"t":1795150800000}]}
      """;

  private static WireMockServer server;

  @BeforeAll
  static void start() {
    server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @AfterEach
  void forget() {
    server.resetAll();
  }

  @Test
  void tradiers_quotes_are_read_as_of_the_older_one_with_the_key_in_the_header() {
    server.stubFor(
        get(urlPathEqualTo("/v1/markets/quotes"))
            .withQueryParam("symbols", equalTo("SPY,VIX"))
            .willReturn(okJson(TRADIER_QUOTES)));
    var quotes = provider("tradier").quotes();
    assertThat(quotes.price()).isEqualByComparingTo("502.1");
    assertThat(quotes.vix()).isEqualTo(14.8);
    assertThat(quotes.asOf()).isEqualTo(Instant.ofEpochMilli(1795445995000L));
    server.verify(
        getRequestedFor(urlPathEqualTo("/v1/markets/quotes"))
            .withHeader("Authorization", equalTo("Bearer secret"))
            .withHeader("Accept", equalTo("application/json")));
  }

  @Test
  void tradiers_bars_are_read_and_a_single_one_needs_no_array() {
    server.stubFor(get(urlPathEqualTo("/v1/markets/history")).willReturn(okJson(TRADIER_HISTORY)));
    assertThat(bars("tradier"))
        .containsExactly(
            new DailyBar(LocalDate.of(2026, 11, 19), 499.0, 501.5, 498.2, 500.8, 61e6),
            new DailyBar(LocalDate.of(2026, 11, 20), 500.9, 502.0, 499.5, 501.08, 58e6));
    server.stubFor(
        get(urlPathEqualTo("/v1/markets/history"))
            .willReturn(
                okJson(
                    """
                    {"history":{"day":{"date":"2026-11-20","open":1,"high":2,"low":1,"close":2,"volume":3}}}
                    """)));
    assertThat(bars("tradier")).hasSize(1);
    server.stubFor(
        get(urlPathEqualTo("/v1/markets/history")).willReturn(okJson("{\"history\":null}")));
    assertThat(bars("tradier")).isEmpty();
  }

  @Test
  void polygons_snapshot_and_bars_are_read() {
    server.stubFor(
        get(urlPathEqualTo("/v3/snapshot"))
            .withQueryParam("ticker.any_of", equalTo("SPY,I:VIX"))
            .willReturn(okJson(POLYGON_SNAPSHOT)));
    server.stubFor(
        get(urlPathEqualTo("/v2/aggs/ticker/I:VIX/range/1/day/2026-11-01/2026-11-20"))
            .willReturn(okJson(POLYGON_BARS)));
    var quotes = provider("polygon").quotes();
    assertThat(quotes.price()).isEqualByComparingTo("502.1");
    assertThat(quotes.vix()).isEqualTo(14.8);
    assertThat(quotes.asOf()).isEqualTo(Instant.ofEpochMilli(1795445995000L));
    assertThat(
            provider("polygon")
                .bars(BarHistory.VIX, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 20)))
        .containsExactly(new DailyBar(LocalDate.of(2026, 11, 20), 15.0, 15.6, 14.9, 15.1, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tradier", "polygon"})
  void whatever_else_comes_is_unavailable_and_never_a_market(String name) {
    MarketDataProvider provider = provider(name);
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
    unavailable(provider, "the provider answered 503");
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse().withHeader("Content-Type", "text/html").withBody("<html>Sorry")));
    unavailable(provider, "not a whole JSON object");
    String whole = name.equals("tradier") ? TRADIER_QUOTES : POLYGON_SNAPSHOT;
    server.stubFor(any(anyUrl()).willReturn(okJson(whole.substring(0, whole.length() / 2))));
    unavailable(provider, "not a whole JSON object");
    server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
    unavailable(provider, "the provider");
    server.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    unavailable(provider, "the provider's answer has no");
    server.stubFor(any(anyUrl()).willReturn(okJson(whole.replace("14.8", "-1"))));
    unavailable(provider, "no market");
    server.stubFor(any(anyUrl()).willReturn(okJson(whole.replace("14.8", "\"14.8\""))));
    unavailable(provider, "no number");
    server.stubFor(any(anyUrl()).willReturn(okJson(whole).withFixedDelay(4_000)));
    unavailable(provider, "could not be read");
  }

  @Test
  void asked_too_often_is_told_apart_from_other_refusals() {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429)));
    assertThatThrownBy(() -> provider("tradier").quotes())
        .isInstanceOf(FeedUnavailable.TooOften.class);
  }

  private static void unavailable(MarketDataProvider provider, String why) {
    assertThatThrownBy(provider::quotes)
        .isInstanceOf(FeedUnavailable.class)
        .hasMessageContaining(why);
  }

  private static java.util.List<DailyBar> bars(String name) {
    return provider(name)
        .bars(BarHistory.MARKET, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 20));
  }

  private static MarketDataProvider provider(String name) {
    ContextSettings settings =
        ContextSettings.read(
            new SettingsReader(
                setting ->
                    switch (setting) {
                      case "strikewire.context.provider" -> Optional.of(name);
                      case "strikewire.context.provider-url" -> Optional.of(server.baseUrl());
                      default -> Optional.empty();
                    }));
    return Providers.of(settings, "secret").orElseThrow();
  }
}
