package io.strikewire.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.decision.Rejection;
import io.strikewire.intake.AlertDialect.Reading.Mistaken;
import io.strikewire.intake.AlertDialect.Reading.Understood;
import io.strikewire.json.StrictJson;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Intent;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.RawSignal;
import io.strikewire.signal.Signal;
import io.strikewire.signal.SignalId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertDialectTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  @Test
  void the_guides_sample_is_understood() {
    Signal signal =
        understood(
            """
            {"source":"TradingView","symbol":"SPY","direction":"CALL","timeframe":"5m",
             "timestamp":"2024-01-29T12:00:00Z","metadata":{"score":85,"confidence":0.85}}
            """);
    assertThat(signal.symbol()).hasToString("SPY");
    assertThat(signal.intent()).isEqualTo(new Intent.Enter(Direction.CALL));
    assertThat(signal.timestamp()).isEqualTo("2024-01-29T12:00:00Z");
    assertThat(signal.metadata().first("score")).isPresent();
  }

  @Test
  void a_plain_tradingview_alert_is_understood() {
    Signal signal =
        understood(
            """
            {"ticker":"NASDAQ:AAPL","action":"sell","interval":"60","time":1795446000,
             "close":"231.5","strike":"230","expiration":"12/18/2026","premium":"3.15"}
            """);
    assertThat(signal.symbol()).hasToString("AAPL");
    assertThat(signal.timeframe()).hasToString("1h");
    assertThat(signal.contract().orElseThrow()).hasToString("AAPL261218P00230000");
    assertThat(signal.premium().orElseThrow()).isEqualByComparingTo("3.15");
  }

  @Test
  void the_option_type_decides_the_side_not_the_action() {
    assertThat(
            understood(
                    """
                    {"symbol":"SPY","action":"BUY","option_type":"PUT","timeframe":"5m"}
                    """)
                .intent())
        .isEqualTo(new Intent.Enter(Direction.PUT));
  }

  @Test
  void a_flat_market_position_closes() {
    assertThat(
            understood(
                    """
                    {"symbol":"SPY","action":"sell","market_position":"flat","timeframe":"5m"}
                    """)
                .intent())
        .isEqualTo(new Intent.Close(Optional.empty()));
  }

  @Test
  void an_options_own_symbol_names_everything_with_or_without_padding_and_prefix() {
    for (String symbol :
        List.of("SPXW261218P06000000", "SPXW  261218P06000000", "O:SPXW261218P06000000")) {
      Signal signal =
          understood("{\"symbol\":\"" + symbol + "\",\"action\":\"BUY\",\"timeframe\":\"5m\"}");
      assertThat(signal.symbol()).hasToString("SPX");
      assertThat(signal.intent()).isEqualTo(new Intent.Enter(Direction.PUT));
      assertThat(signal.contract().orElseThrow()).hasToString("SPXW261218P06000000");
    }
  }

  @Test
  void a_placeholder_that_was_not_filled_in_is_named_as_one() {
    Mistaken reading =
        (Mistaken)
            read(
                """
                {"symbol":"{{ticker}}","action":"{{strategy.order.action}}","timeframe":"5m"}
                """);
    assertThat(reading.mistakes()).extracting(Mistake::field).containsExactly("symbol", "action");
    assertThat(reading.mistakes())
        .allSatisfy(mistake -> assertThat(mistake.accepted()).contains("was not filled in"));
  }

  @Test
  void a_strategys_position_says_the_side_and_a_delayed_ticker_is_the_ticker() {
    Signal signal =
        understood(
            """
            {"ticker":"SPX_DL","market_position":"short","interval":"15","timenow":"2026-11-23"}
            """);
    assertThat(signal.symbol()).hasToString("SPX");
    assertThat(signal.intent()).isEqualTo(new Intent.Enter(Direction.PUT));
    assertThat(signal.timestamp()).isEqualTo("2026-11-23T00:00:00Z");
  }

  @Test
  void a_bias_on_a_larger_timeframe_is_a_signal_of_its_source() {
    Signal signal =
        understood(
            """
            {"source":"mtf","ticker":"SPY","bias":"BEARISH","timeframe":"1h"}
            """);
    assertThat(signal.source()).isEqualTo("MTF");
    assertThat(signal.intent()).isEqualTo(new Intent.Enter(Direction.PUT));
    assertThat(signal.metadata().first("bias")).contains("BEARISH");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "generic     | TRADINGVIEW | {'symbol':'SPY','direction':'CALL','timeframe':'5m'}",
        "generic     | VENDOR      | {'source':'vendor','symbol':'SPY','side':'CALL','tf':'5m'}",
        "tradingview | TRADINGVIEW | {'ticker':'SPY','action':'buy','interval':'5'}",
        "tradingview | TRADINGVIEW | {'symbol':'SPY','market_position':'long','timeframe':'5m'}",
        "mtf-bias    | MTF         | {'source':'mtf','ticker':'SPY','bias':'BULLISH','tf':'1h'}",
        "mtf-bias    | MTF         | {'symbol':'SPY','mtf_bias':'BULLISH','timeframe':'1h'}",
        "gex         | GEX         | {'source':'GEX','symbol':'SPY','direction':'CALL','tf':'1h'}",
        "gex         | GEX         | {'symbol':'SPY','gex_direction':'CALL','timeframe':'1h'}",
        "gex         | GEX         | {'symbol':'SPY','gex_bias':'bullish','timeframe':'1h'}",
        "manual      | MANUAL      | {'source':' Manual ','symbol':'SPY','side':'buy','tf':'1h'}"
      })
  void who_writes_in_the_plain_form_is_known_by_marks(String dialect, String source, String json) {
    String alert = json.replace('\'', '"');
    assertThat(AlertDialect.nameOf(payload(alert))).isEqualTo(dialect);
    Signal signal = understood(alert);
    assertThat(signal.source().strip()).isEqualTo(source);
    assertThat(signal.intent()).isEqualTo(new Intent.Enter(Direction.CALL));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 2.5", "1.2, 2.5", "24.9, 25", "99994.99, 99990"})
  void an_indicators_price_has_a_strike_that_can_be_listed(String price, String strike) {
    Signal signal = understood(trend(price));
    assertThat(signal.contract().orElseThrow().strike()).isEqualByComparingTo(strike);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99995", "250000.5"})
  void a_price_beyond_every_strike_is_a_mistake(String price) {
    List<Mistake> mistakes = ((Mistaken) read(trend(price))).mistakes();
    assertThat(mistakes).singleElement().extracting(Mistake::field).asString().contains("price");
    assertThat(mistakes.get(0).accepted()).contains("99995");
  }

  private static String trend(String price) {
    return "{\"ticker\":\"SPY\",\"trend\":\"BULLISH\",\"current_price\":%s,\"timeframe\":\"5m\"}"
        .formatted(price);
  }

  @Test
  void anothers_word_for_the_side_is_only_a_remark() {
    String alert =
        """
        {"symbol":"SPY","direction":"PUT","gex_direction":"CALL","mtf_bias":"BULLISH",
         "timeframe":"5m"}
        """;
    assertThat(AlertDialect.nameOf(payload(alert))).isEqualTo("generic");
    Signal signal = understood(alert);
    assertThat(signal.source()).isEqualTo("TRADINGVIEW");
    assertThat(signal.intent()).isEqualTo(new Intent.Enter(Direction.PUT));
    assertThat(signal.metadata().first("gex_direction")).contains("CALL");
  }

  @Test
  void an_indicators_alert_is_read_by_its_own_dialect() {
    String phase =
        """
        {"meta":{"engine":"SATY_PO","event_type":"REGIME_PHASE_ENTRY"},
         "instrument":{"symbol":"IWM","current_price":230.42},
         "timeframe":{"event_tf":"15m"},"event":{"phase_name":"MARKUP","timestamp":1795446000000},
         "confidence":{"confidence_score":89},"execution_guidance":{"bias":"LONG"}}
        """;
    Signal signal = understood(phase);
    assertThat(signal.source()).isEqualTo("SATY-PHASE");
    assertThat(signal.timeframe()).hasToString("15m");
    assertThat(signal.timestamp()).isEqualTo("2026-11-23T15:00:00Z");
    assertThat(signal.price().orElseThrow()).isEqualByComparingTo("230.42");
    assertThat(signal.metadata().first("indicator_source")).contains("saty-phase");
    assertThat(signal.contract().orElseThrow()).hasToString("IWM270115C00230000");
    assertThat(AlertDialect.nameOf(payload(phase))).isEqualTo("saty-phase");
    assertThat(AlertDialect.hasTimestamp(payload(phase))).isTrue();
  }

  @Test
  void a_phase_that_is_not_traded_is_understood_and_asks_for_nothing() {
    Signal signal =
        understood(
            """
            {"meta":{"engine":"SATY_PO"},"instrument":{"symbol":"IWM","current_price":230.42},
             "timeframe":{"event_tf":"15m"},"event":{"phase_name":"ACCUMULATION"},
             "execution_guidance":{"bias":"LONG"}}
            """);
    assertThat(signal.intent())
        .isEqualTo(
            new Intent.Nothing(
                Rejection.NOT_ACTIONABLE, "a state of the market that is not traded"));
    assertThat(signal.symbol()).hasToString("IWM");
    assertThat(signal.timeframe()).hasToString("15m");
    assertThat(signal.contract()).isEmpty();
    assertThat(signal.intent().side()).isEmpty();
  }

  @Test
  void a_test_ping_asks_for_no_trade() {
    Signal ping = understood("{\"test\":true,\"type\":\"PING\"}");
    assertThat(ping.intent())
        .isInstanceOfSatisfying(
            Intent.Nothing.class,
            nothing -> assertThat(nothing.code()).isEqualTo(Rejection.TEST_SIGNAL));
    assertThat(ping.symbol()).as("it is about nobody").hasToString("TEST");
    Signal heartbeat =
        understood("{\"timeframes\":{\"5m\":{}},\"event\":\"bar_update\",\"ticker\":\"QQQ\"}");
    assertThat(heartbeat.intent()).isInstanceOf(Intent.Nothing.class);
    assertThat(heartbeat.symbol()).hasToString("QQQ");
  }

  @Test
  void a_test_of_the_generic_form_is_rehearsed_and_has_the_servers_time() {
    String entry =
        "{\"symbol\":\"SPY\",\"direction\":\"CALL\",\"timeframe\":\"5m\","
            + "\"timestamp\":\"2024-01-29T12:00:00Z\",\"metadata\":{\"test\":%s}}";
    Signal test = understood(entry.formatted("true"));
    assertThat(test.isRehearsal()).isTrue();
    assertThat(test.intent().side()).contains(Direction.CALL);
    assertThat(test.timestamp()).isEqualTo(NOW);
    Signal real = understood(entry.formatted("false"));
    assertThat(real.isRehearsal()).isFalse();
    assertThat(real.timestamp()).isEqualTo("2024-01-29T12:00:00Z");
    assertThat(((Mistaken) read(entry.formatted("\"maybe\""))).mistakes())
        .extracting(Mistake::field)
        .containsExactly("test");
  }

  @Test
  void a_test_that_would_close_asks_for_nothing() {
    Signal close =
        understood("{\"symbol\":\"SPY\",\"action\":\"close\",\"timeframe\":\"5m\",\"test\":true}");
    assertThat(close.intent())
        .isEqualTo(new Intent.Nothing(Rejection.TEST_SIGNAL, "a test closes nothing"));
  }

  @Test
  void every_mistake_is_named() {
    AlertDialect.Reading reading =
        read("{\"symbol\":\"\",\"direction\":\"recall\",\"timeframe\":\"soon\",\"price\":\"abc\"}");
    assertThat(((Mistaken) reading).mistakes())
        .extracting(Mistake::field)
        .containsExactly("symbol", "direction", "timeframe", "price");
  }

  @Test
  void an_impossible_expiration_is_a_mistake() {
    assertThat(
            read(
                """
                {"symbol":"SPY","direction":"CALL","timeframe":"5m","strike":500,
                 "expiration":"2026-02-30"}
                """))
        .isInstanceOf(Mistaken.class);
  }

  @Property(tries = 1000)
  void any_texts_are_understood_or_mistaken(
      @ForAll String symbol, @ForAll String direction, @ForAll String time, @ForAll String strike) {
    Payload payload =
        Payload.of(
            Map.of(
                "symbol",
                symbol,
                "direction",
                direction,
                "timeframe",
                "5m",
                "timestamp",
                time,
                "strike",
                strike,
                "expiration",
                "2026-12-18"));
    assertThat(AlertDialect.read(raw(payload), Optional.empty())).isNotNull();
  }

  private static Signal understood(String json) {
    return ((Understood) read(json)).signal();
  }

  private static AlertDialect.Reading read(String json) {
    return AlertDialect.read(raw(payload(json)), Optional.empty());
  }

  private static Payload payload(String json) {
    StrictJson.Reading body = StrictJson.read(json.getBytes(StandardCharsets.UTF_8));
    return ((StrictJson.Reading.Read) body).payload();
  }

  private static RawSignal raw(Payload payload) {
    return new RawSignal(
        new SignalId(new UUID(0, 1)), Portfolio.MAIN, AuthGrade.HMAC, payload, NOW);
  }
}
