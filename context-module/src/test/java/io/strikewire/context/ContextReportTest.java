package io.strikewire.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.market.Figure;
import io.strikewire.market.MarketContext;
import io.strikewire.market.Trend;
import io.strikewire.market.VolatilityRegime;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextReportTest {

  private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  @Test
  void a_full_report_is_read() {
    MarketContext context =
        readable(
            Map.of(
                "type", "CONTEXT",
                "ticker", "SPY",
                "price", new BigDecimal("502.1"),
                "timestamp", "2026-11-23T14:59:00Z",
                "timeframe", "5m",
                "volatility",
                    Payload.of(Map.of("vix", new BigDecimal("14.8"), "vix_regime", "NORMAL")),
                "market", Payload.of(Map.of("spy_trend", "BULLISH", "market_bias", "BULLISH"))));

    assertThat(context.id()).isEqualTo(ID);
    assertThat(context.ticker()).isEqualTo(new Symbol("SPY"));
    assertThat(context.price()).contains(new BigDecimal("502.1"));
    assertThat(context.timeframe()).hasToString("5m");
    assertThat(context.vix()).isEqualTo(14.8);
    assertThat(context.regime()).isEqualTo(VolatilityRegime.NORMAL);
    assertThat(context.trend()).isEqualTo(Trend.BULLISH);
    assertThat(context.bias()).isEqualTo(1);
    assertThat(context.asOf()).isEqualTo("2026-11-23T14:59:00Z");
  }

  @ParameterizedTest
  @CsvSource({"14.99, LOW_VOL", "15, NORMAL", "30, NORMAL", "30.01, HIGH_VOL", "1000, HIGH_VOL"})
  void what_a_short_report_leaves_out_has_a_default(BigDecimal vix, VolatilityRegime regime) {
    MarketContext context =
        readable(
            Map.of(
                "symbol", "spy", "timeframe", "5", "volatility", Payload.of(Map.of("vix", vix))));

    assertThat(context.regime()).isEqualTo(regime);
    assertThat(context.trend()).isEqualTo(Trend.NEUTRAL);
    assertThat(context.bias()).isZero();
    assertThat(context.price()).isEmpty();
    assertThat(context.asOf()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "low, LOW_VOL",
    "Low_Vol, LOW_VOL",
    "normal, NORMAL",
    "ELEVATED, HIGH_VOL",
    "high vol, HIGH_VOL",
    "EXTREME, HIGH_VOL"
  })
  void a_regime_goes_by_several_names(String name, VolatilityRegime regime) {
    assertThat(ContextWords.regime(name)).contains(regime);
  }

  @ParameterizedTest
  @CsvSource({"bullish, 1", "BEARISH, -1", "Neutral, 0", "0.25, 0.25", "-1, -1", "1.0, 1"})
  void a_bias_is_a_word_or_a_number(String text, double bias) {
    assertThat(ContextWords.bias(text)).contains(bias);
  }

  @Test
  void an_empty_body_lacks_three_things() {
    assertThat(mistakes(Map.of()))
        .extracting(Mistake::field)
        .containsExactly("ticker", "timeframe", "volatility.vix");
  }

  @Test
  void every_mistake_is_named_by_its_path() {
    assertThat(
            mistakes(
                Map.of(
                    "ticker",
                    "SPY",
                    "timeframe",
                    "5m",
                    "price",
                    BigDecimal.ZERO,
                    "timestamp",
                    "2026-11-23T15:01:00.001Z",
                    "volatility",
                    Payload.of(Map.of("vix", "1000.01", "vix_regime", "odd")),
                    "market",
                    Payload.of(Map.of("spy_trend", "up", "market_bias", "1.01")))))
        .extracting(Mistake::field)
        .containsExactly(
            "price",
            "timestamp",
            "volatility.vix",
            "volatility.vix_regime",
            "market.spy_trend",
            "market.market_bias");
  }

  @Test
  void opening_range_levels_and_breadth_are_kept_as_figures() {
    MarketContext context =
        readable(
            Map.of(
                "ticker",
                "SPY",
                "timeframe",
                "5m",
                "volatility",
                Payload.of(Map.of("vix", new BigDecimal("14.8"))),
                "opening_range",
                Payload.of(Map.of("high", new BigDecimal("503.2"))),
                "levels",
                Payload.of(
                    Map.of("support", List.of(new BigDecimal("500"), new BigDecimal("498")))),
                "breadth",
                Payload.of(Map.of("tick", new BigDecimal("450")))));
    assertThat(context.figures())
        .containsExactlyInAnyOrder(
            new Figure("volatility.vix", "14.8", "webhook", NOW),
            new Figure("opening_range.high", "503.2", "webhook", NOW),
            new Figure("levels.support[0]", "500", "webhook", NOW),
            new Figure("levels.support[1]", "498", "webhook", NOW),
            new Figure("breadth.tick", "450", "webhook", NOW));
  }

  @Test
  void an_opening_range_upside_down_is_a_mistake() {
    assertThat(
            mistakes(
                Map.of(
                    "ticker",
                    "SPY",
                    "timeframe",
                    "5m",
                    "volatility",
                    Payload.of(Map.of("vix", new BigDecimal("14.8"))),
                    "opening_range",
                    Payload.of(Map.of("high", BigDecimal.ONE, "low", BigDecimal.TEN)))))
        .containsExactly(new Mistake("opening_range.high", "1", "at least the low, 10"));
  }

  @Test
  void a_time_a_minute_ahead_is_still_believed() {
    MarketContext context =
        readable(
            Map.of(
                "ticker", "SPY",
                "timeframe", "5m",
                "timestamp", "2026-11-23T15:01:00Z",
                "volatility", Payload.of(Map.of("vix", "20"))));

    assertThat(context.asOf()).isEqualTo("2026-11-23T15:01:00Z");
  }

  @Test
  void a_section_that_is_no_object_is_one_mistake() {
    assertThat(mistakes(Map.of("ticker", "SPY", "timeframe", "5m", "volatility", "14.8")))
        .containsExactly(new Mistake("volatility", "14.8", "an object"));
  }

  @Property(tries = 2000, seed = "20261124")
  void no_body_makes_reading_fail(@ForAll("bodies") Payload body) {
    assertThat(ContextReport.read(ID, body, NOW)).isNotNull();
  }

  @Provide
  Arbitrary<Payload> bodies() {
    Arbitrary<Object> scalar =
        Arbitraries.oneOf(
            Arbitraries.of(
                "SPY", "5m", "1mo", "BULLISH", "HIGH", "14.8", "1e99", "-1e-99", "NaN", "", " "),
            Arbitraries.strings().ofMaxLength(60),
            Arbitraries.bigDecimals().ofScale(8),
            Arbitraries.of(
                new BigDecimal("1e-2000000000"), new BigDecimal("1e2000000000"), BigDecimal.TEN),
            Arbitraries.of(true, false),
            Arbitraries.of(List.of(), Payload.EMPTY));
    Arbitrary<Object> section =
        Arbitraries.maps(Arbitraries.of("vix", "vix_regime", "spy_trend", "market_bias"), scalar)
            .map(Payload::of);
    return Arbitraries.maps(
            Arbitraries.of(
                "ticker", "symbol", "timeframe", "price", "timestamp", "volatility", "market"),
            Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, scalar), net.jqwik.api.Tuple.of(1, section)))
        .map(Payload::of);
  }

  private static MarketContext readable(Map<String, Object> fields) {
    ContextReport report = ContextReport.read(ID, Payload.of(fields), NOW);
    assertThat(report).isInstanceOf(ContextReport.Readable.class);
    return ((ContextReport.Readable) report).context();
  }

  private static List<Mistake> mistakes(Map<String, Object> fields) {
    ContextReport report = ContextReport.read(ID, Payload.of(fields), NOW);
    assertThat(report).isInstanceOf(ContextReport.Unreadable.class);
    return ((ContextReport.Unreadable) report).mistakes();
  }
}
