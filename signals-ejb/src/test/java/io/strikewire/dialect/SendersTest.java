package io.strikewire.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.calendar.NyseCalendar;
import io.strikewire.dialect.Terms.ScoreScale;
import io.strikewire.json.StrictJson;
import io.strikewire.payload.Payload;
import io.strikewire.signal.Direction;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each sender's own marks and fields mean. */
class SendersTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final Terms TERMS = new Terms(new NyseCalendar(), ScoreScale.USUAL);

  private static final String STRAT =
      """
      {"journal":{"engine":"STRAT_V6_FULL","created_at":"2026-11-23T14:59:00Z"},
       "signal":{"side":"LONG","pattern":"2-1-2","confidence":60,"is_counter_trend":false},
       "market":{"symbol":"SPY","timeframe":"5","price":502.1},
       "trade_plan":{"entry":503,"stop":500}}
      """;
  private static final String PHASE =
      """
      {"meta":{"engine":"SATY_PO","generated_at":"2026-11-23T14:58:00Z"},
       "instrument":{"symbol":"IWM","current_price":230.42},"timeframe":{"chart_tf":"15m"},
       "event":{"phase_name":"MARKDOWN"},"execution_guidance":{"bias":"SHORT"}}
      """;
  private static final String DOTS =
      """
      {"ticker":"QQQ","price":500,"bias":"BULLISH","event":"trend_change",
       "trigger_timeframe":"5m","timestamp":"2026-11-23T14:57:00Z",
       "timeframes":{"5m":{"dir":"BULLISH","chg":true}}}
      """;
  private static final String ULTIMATE =
      """
      {"ticker":"SPY","trend":"BEARISH","current_price":502.1,"timeframe":"15m",
       "time":"2026-11-23T14:56:00Z","signal":{"ai_score":88}}
      """;
  private static final String CROSSING =
      """
      {"indicator":"EMA","action":"BUY","type":"EMA Cross","symbol":"AAPL","price":200,"tf":"5m",
       "timestamp":"2026-11-23T14:55:00Z","ema21":201,"ema55":200}
      """;
  private static final String ORDER =
      """
      {"action":"BUY","ticker":"SPY","strike":500,"expiration":"2026-12-18","type":"CALL",
       "interval":"5","time":"2026-11-23T14:54:00Z","close":502.1}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "strat-engine    | {'journal':{'engine':'STRAT_V6_FULL'}}",
        "strat-engine    | {'signal':{'pattern':'x 3-1-2','side':1},'trade_plan':{'entry':1}}",
        "tradingview     | {'signal':{'pattern':'9-9-9','side':1},'trade_plan':{'entry':1}}",
        "tradingview     | {'signal':{'pattern':'2-2'},'trade_plan':{'entry':1}}",
        "tradingview     | {'signal':{'pattern':'2-2','side':1},'trade_plan':{}}",
        "tradingview     | {'journal':{'engine':'STRAT_V7'}}",
        "saty-phase      | {'meta':{'engine':'SATY_PO'}}",
        "saty-phase      | {'meta':{'indicator_name':'SATY Phase Oscillator'}}",
        "saty-phase      | {'event':{'phase_name':'MARKUP'},'regime_context':{}}",
        "tradingview     | {'event':{'phase_name':'MARKUP'}}",
        "tradingview     | {'regime_context':{}}",
        "tradingview     | {'meta':{'indicator_name':'Phase'}}",
        "mtf-trend-dots  | {'timeframes':{'15m':1}}",
        "mtf-trend-dots  | {'meta':{'indicator_name':'MTF Trend Dots'}}",
        "tradingview     | {'timeframes':{'4h':1}}",
        "tradingview     | {'meta':{'indicator_name':'Dots'}}",
        "ultimate-option | {'trend':'NEUTRAL'}",
        "ultimate-option | {'test':true,'type':'PING'}",
        "tradingview     | {'test':true,'type':'PONG'}",
        "tradingview     | {'test':false,'type':'PING'}",
        "tradingview     | {'trend':'bullish'}",
        "orb-bhch        | {'indicator':'ORB','action':'BUY','type':'t','symbol':'SPY','price':1}",
        "tradingview     | {'indicator':'ORB','action':'BUY','type':'t','symbol':'SPY'}",
        "tradingview     | {'indicator':'RSI','action':'BUY','type':'t','symbol':'SPY','price':1}",
      })
  void a_sender_is_known_by_its_marks(String sender, String payload) {
    assertThat(Dialect.of(json(payload.replace('\'', '"'))).name()).isEqualTo(sender);
  }

  @Test
  void each_says_its_bar_its_time_and_the_underlyings_price_in_fields_of_its_own() {
    said(STRAT, "5", "2026-11-23T14:59:00Z", "502.1");
    said(PHASE, "15m", "2026-11-23T14:58:00Z", "230.42");
    said(DOTS, "5m", "2026-11-23T14:57:00Z", "500");
    said(ULTIMATE, "15m", "2026-11-23T14:56:00Z", "502.1");
    said(CROSSING, "5m", "2026-11-23T14:55:00Z", "200");
    said(ORDER, "5", "2026-11-23T14:54:00Z", "502.1");
  }

  @Test
  void a_strat_engine_alert_means_a_limit_order_half_as_large_against_the_trend() {
    Proposal proposal = read(STRAT).proposal().orElseThrow();
    assertThat(proposal.right()).isEqualTo(Direction.CALL);
    assertThat(proposal.order().limit()).contains(new BigDecimal("503"));
    assertThat(proposal.quantity()).isEqualTo(4);
    assertThat(proposal.expiration()).isEqualTo("2026-11-27");
    assertThat(read(STRAT.replace("false", "true")).proposal().orElseThrow().quantity())
        .isEqualTo(2);
    assertThat(read(STRAT.replace("\"5\"", "\"240\"")).proposal().orElseThrow().expiration())
        .isEqualTo("2026-12-04");
    assertThat(read(STRAT.replace("LONG", "SHORT")).proposal().orElseThrow().right())
        .isEqualTo(Direction.PUT);
  }

  @Test
  void a_strat_engine_alert_names_each_object_and_field_that_is_at_fault() {
    faulty(STRAT.replace("\"journal\"", "\"notes\""), "OBJECT_MISSING:journal");
    faulty(STRAT.replace("\"trade_plan\"", "\"plan\""), "OBJECT_MISSING:trade_plan");
    faulty(STRAT.replace("LONG", "UP"), "SIDE");
    faulty(STRAT.replace("\"pattern\"", "\"shape\""), "PATTERN");
    faulty(STRAT.replace("\"confidence\":60", "\"confidence\":\"60\""), "CONFIDENCE");
    faulty(STRAT.replace("\"symbol\":\"SPY\"", "\"symbol\":\"\""), "SYMBOL");
    faulty(STRAT.replace("\"entry\":503", "\"entry\":0"), "ENTRY");
    faulty(STRAT.replace("\"stop\":500", "\"stop\":\"near\""), "STOP");
  }

  @Test
  void a_phase_is_traded_only_on_the_side_that_its_guidance_names() {
    assertThat(read(PHASE).proposal().orElseThrow().right()).isEqualTo(Direction.PUT);
    faulty(PHASE.replace("SHORT", "LONG"), "PHASE_NOT_ACTIONABLE");
    faulty(PHASE.replace("MARKDOWN", "MARKUP"), "PHASE_NOT_ACTIONABLE");
    assertThat(
            read(PHASE.replace("MARKDOWN", "MARKUP").replace("SHORT", "BULLISH"))
                .proposal()
                .orElseThrow()
                .right())
        .isEqualTo(Direction.CALL);
    faulty(PHASE.replace("\"engine\":\"SATY_PO\"", "\"indicator_name\":\"SATY Phase\""), "ENGINE");
  }

  @Test
  void averages_that_lie_apart_make_a_crossing_strong() {
    assertThat(read(CROSSING).proposal().orElseThrow().quantity())
        .as("60 + 50 x 0.5 percent = 85")
        .isEqualTo(5);
    assertThat(
            read(CROSSING.replace("\"ema21\"", "\"ema5\"").replace("\"ema55\"", "\"ema21\""))
                .proposal()
                .orElseThrow()
                .quantity())
        .isEqualTo(5);
    assertThat(read(CROSSING.replace("ema55", "ema89")).proposal().orElseThrow().quantity())
        .as("unknown strength counts 75")
        .isEqualTo(4);
    assertThat(read(CROSSING.replace("201", "200")).proposal().orElseThrow().quantity())
        .as("60")
        .isEqualTo(4);
  }

  @Test
  void a_score_that_the_indicator_calls_its_own_is_the_score() {
    assertThat(read(ULTIMATE).proposal().orElseThrow().quantity()).isEqualTo(5);
    assertThat(read(ULTIMATE.replace("ai_score", "mood")).proposal().orElseThrow().quantity())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'action':'BUY'            | 'action':'HOLD'           | ACTION",
        "'ticker':'SPY'            | 'ticker':'S P Y'          | SYMBOL",
        "'strike':500              | 'strike':0                | STRIKE",
        "'strike':500              | 'strike':'500abc'         | STRIKE",
        "'expiration':'2026-12-18' | 'expiration':'soon'       | EXPIRATION",
        "'expiration':'2026-12-18' | 'expiration':'2026-11-22' | EXPIRATION",
        "'type':'CALL'             | 'type':'BOTH'             | OPTION_TYPE",
        "'close':502.1             | 'quantity':0              | QUANTITY",
        "'close':502.1             | 'quantity':1.5            | QUANTITY",
        "'close':502.1             | 'quantity':-1             | QUANTITY",
        "'close':502.1             | 'quantity':1000001        | QUANTITY",
        "'close':502.1             | 'limit_price':'cheap'     | LIMIT_PRICE",
        "'close':502.1             | 'order_type':'LIMIT'      | LIMIT_PRICE",
        "'close':502.1             | 'order_type':'LMT','limit_price':0 | LIMIT_PRICE",
        "'close':502.1             | 'order_type':'ICEBERG'    | ORDER_TYPE",
        "'close':502.1             | 'time_in_force':'NEVER'   | TIME_IN_FORCE",
      })
  void an_order_names_the_field_that_is_at_fault(String field, String instead, String error) {
    String payload = ORDER.replace(field.replace('\'', '"'), instead.replace('\'', '"'));
    faulty(payload, error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'quantity':999999",
        "'quantity':1",
        "'quantity':'2'",
        "'order_type':'limit','limit_price':0.01",
        "'order_type':'market','limit_price':0",
        "'time_in_force':'gtc'",
        "'strategy':'vertical'",
      })
  void an_order_is_read_up_to_its_bounds_and_in_any_case_of_letters(String field) {
    assertThat(read(ORDER.replace("\"close\":502.1", field.replace('\'', '"'))).proposal())
        .isPresent();
  }

  @Test
  void an_order_says_all_that_it_wants() {
    Proposal proposal =
        read(ORDER.replace(
                "\"close\":502.1",
                "\"qty\":3,\"order_type\":\"lmt\",\"limitPrice\":2.5,\"timeInForce\":\"gtc\","
                    + "\"strategy_type\":\"vertical\",\"source\":\"mine\""))
            .proposal()
            .orElseThrow();
    assertThat(proposal.source()).isEqualTo("mine");
    assertThat(proposal.quantity()).isEqualTo(3);
    assertThat(proposal.order()).isEqualTo(new Proposal.Order("LIMIT", limit("2.5"), "GTC"));
    assertThat(proposal.strategy()).isEqualTo("VERTICAL");
    Proposal usual = read(ORDER).proposal().orElseThrow();
    assertThat(usual.order()).isEqualTo(new Proposal.Order("MARKET", Optional.empty(), "DAY"));
    assertThat(usual.strategy()).isEqualTo("SINGLE");
    assertThat(usual.quantity()).isOne();
    assertThat(read(ORDER.replace("2026-12-18", "2026-11-23")).proposal())
        .as("an option that expires today is alive")
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "24.99, 25",
    "25, 25",
    "22.4, 22.5",
    "23.75, 25",
    "199.9, 200",
    "203, 200",
    "27, 25",
    "198, 200"
  })
  void a_strike_lies_on_one_grid_for_all_senders(BigDecimal price, BigDecimal strike) {
    assertThat(Derived.strike(price)).isEqualByComparingTo(strike);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "0.001, true", "99999.999, true", "100000, false", "0.0001, false"})
  void a_strike_has_bounds(String text, boolean accepted) {
    assertThat(Strikes.parse(text).isPresent()).isEqualTo(accepted);
  }

  private static Optional<BigDecimal> limit(String price) {
    return Optional.of(new BigDecimal(price));
  }

  private static void said(String alert, String bar, String time, String price) {
    Payload payload = json(alert);
    Dialect dialect = Dialect.of(payload);
    assertThat(Dialect.first(payload, dialect.barFields())).as(dialect.name()).contains(bar);
    assertThat(Dialect.first(payload, dialect.timeFields())).as(dialect.name()).contains(time);
    assertThat(Dialect.first(payload, dialect.priceFields()).orElseThrow())
        .as(dialect.name())
        .hasToString(price);
  }

  private static void faulty(String alert, String error) {
    Parsed parsed = read(alert);
    assertThat(parsed.proposal()).isEmpty();
    assertThat(parsed.errors()).contains(error);
  }

  private static Parsed read(String alert) {
    Payload payload = json(alert);
    return Dialect.of(payload).read(payload, TERMS, NOW);
  }

  private static Payload json(String text) {
    StrictJson.Reading body = StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
    return ((StrictJson.Reading.Read) body).payload();
  }
}
