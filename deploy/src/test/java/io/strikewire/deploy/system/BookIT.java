package io.strikewire.deploy.system;

import static io.strikewire.deploy.system.Book.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Contracts, orders, exits, limits and the brakes on the built jar. Each test trades symbols of its
 * own; limit orders, a policy by delta, and exits that only a move of the market calls.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BookIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String HOLD = "exits.find{it.decision=='HOLD'}.";
  private static final String FRIDAY = "261127";

  /** One strike of the S&P 500 on one day, settled at that day's open and at its close. */
  private static final String MORNING = "SPX261218C06800000";

  private static final String AFTERNOON = "SPXW261218C06800000";

  @TempDir static Path data;
  private static RunningStrikewire service;
  private static Alerts alerts;
  private static Book book;
  private static String index;

  @BeforeAll
  static void start() throws Exception {
    restart(
        Map.ofEntries(
            Map.entry("STRIKEWIRE_CLOCK", RunningStrikewire.MONDAY),
            Map.entry("STRIKEWIRE_ORDERS_ENTRY_TYPE", "LIMIT"),
            Map.entry("STRIKEWIRE_CONTRACT_EXPIRY", "DTE:3-10"),
            Map.entry("STRIKEWIRE_CONTRACT_STRIKE", "DELTA:0.4"),
            Map.entry("STRIKEWIRE_GEX_QUOTE_MAX_AGE_MINUTES", "60"),
            Map.entry("STRIKEWIRE_EXIT_EVERY_MS", "60000"),
            Map.entry("MAX_DAILY_LOSS", "1000")));
    index = alerts.position(alerts.accepted(call(MORNING)));
  }

  private static void restart(Map<String, String> environment) throws Exception {
    service = RunningStrikewire.start(data, environment);
    alerts = new Alerts(service);
    book = new Book(service);
    alerts.report(14.8);
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
  }

  @Test
  @Order(3)
  void an_alert_without_a_contract_gets_the_one_the_policy_wants_and_a_chain_moves_its_exit()
      throws Exception {
    chain("KO", "C", 0.48, 0.50);
    String signal = alerts.accepted(unnamed("KO"));
    assertThat(alerts.decided(signal).getString("decision.decision")).isEqualTo("ENTER");
    String id = alerts.position(signal);
    JsonPath position = book.position(id);
    assertThat(position.getString("occ_symbol"))
        .as("of the first day in 3 to 10 days the strike with a delta next to 0.4")
        .isEqualTo("KO" + FRIDAY + "C00060500");
    assertThat(position.getString("price_basis")).isEqualTo("QUOTE");
    assertThat(position.getBoolean("mark_fresh")).isTrue();
    assertThat(position.getInt("days_to_expiry")).isEqualTo(4);
    assertThat(position.getDouble("greeks.delta")).isCloseTo(0.38, within(0.01));
    assertThat(position.getDouble("greeks.volatility")).isEqualTo(0.25);
    // By hand: d1 = ln(60 / 60.5) / (0.25 × √(4 / 365)) + half of that = -0.3040, φ(d1) = 0.3809
    assertThat(position.getDouble("greeks.gamma")).isCloseTo(0.2426, within(0.0005));
    assertThat(position.getDouble("greeks.vega")).isCloseTo(0.02393, within(0.0001));
    assertThat(position.getDouble("greeks.theta")).isCloseTo(-0.0748, within(0.0005));
    assertThat(position.getDouble("liquidation_value"))
        .isCloseTo(48 * position.getInt("quantity"), within(0.001));

    chain("KO", "C", 0.49, 0.51);
    JsonPath kept =
        await()
            .atMost(PATIENCE)
            .until(() -> book.position(id), held -> held.getString(HOLD + "decision") != null);
    assertThat(kept.getString(HOLD + "inputs.bid")).isEqualTo("0.4900");
    assertThat(kept.getString(HOLD + "counterfactual"))
        .as("0.22 days from now; 0.52 of what was paid up to the target, 0.28 down to the stop")
        .isEqualTo("2026-11-23 15:30 New York (TIME_EXIT)");

    chain("KO", "C", 0.80, 0.82);
    JsonPath sold = alerts.closed(id);
    assertThat(sold.getString("exit_reason")).isEqualTo("PROFIT_TARGET");
    assertThat(sold.getInt("exits.find{it.decision=='EXIT'}.priority")).isEqualTo(1);
    assertThat(sold.getString("exits.find{it.decision=='EXIT'}.counterfactual"))
        .as("a cent below half more than the 0.50 that were paid")
        .isEqualTo("bid ≤ 0.74");
    assertThat(sold.getList("marks.bid", Double.class)).contains(0.80);
  }

  @Test
  @Order(4)
  void exposure_that_turns_against_a_position_sells_it() throws Exception {
    chainLeaning("PEP", 172);
    String id = alerts.position(alerts.accepted(unnamed("PEP")));
    assertThat(book.get("/gex/PEP").getString("direction")).isEqualTo("CALL");
    chainLeaning("PEP", 168);
    assertThat(book.get("/gex/PEP").getString("direction")).isEqualTo("PUT");
    JsonPath sold = alerts.closed(id);
    assertThat(sold.getString("exit_reason")).isEqualTo("GEX_FLIP");
    assertThat(sold.getString("exits.find{it.decision=='EXIT'}.counterfactual"))
        .startsWith("gamma exposure ");
  }

  @Test
  @Order(5)
  void a_wide_or_an_old_quote_is_not_bought_at() throws Exception {
    chain("GM", "C", 0.30, 0.60);
    JsonPath wide = alerts.decided(alerts.accepted(named("GM", "60.5")));
    assertThat(wide.getString("decision.rejection")).isEqualTo("SPREAD_TOO_WIDE");
    assertThat(wide.getString("decision.stage")).isEqualTo("OPEN");
    JsonPath none = alerts.decided(alerts.accepted(unnamed("GM")));
    assertThat(none.getString("decision.rejection"))
        .as("nor is it chosen")
        .isEqualTo("CONTRACT_UNKNOWN");

    String old = Instant.parse(alerts.now()).minus(Duration.ofMinutes(40)).toString();
    book.chain("F", old, 60, options("F", "C", 0.48, 0.50));
    JsonPath late = alerts.decided(alerts.accepted(named("F", "60.5")));
    assertThat(late.getString("decision.rejection")).isEqualTo("QUOTE_TOO_OLD");
  }

  @Test
  @Order(6)
  void a_limit_order_rests_and_can_be_replaced_or_cancelled() throws Exception {
    // In steps of a nickel nobody can bid 0.52: the limit is 0.50, and the market is away.
    chain("MU", "C", 0.50, 0.52);
    String signal = alerts.accepted(unnamed("MU"));
    JsonPath resting = book.entry(signal, "SENT");
    assertThat(resting.getString("type")).isEqualTo("LIMIT");
    assertThat(resting.getDouble("limit_price")).isEqualTo(0.50);
    String path = "/orders/" + resting.getString("id");
    assertProblem(book.post(path + "/replace", "{\"limit_price\":\"much\"}"), 400);
    assertThat(book.post(path + "/replace", "{\"limit_price\":0.55}").statusCode()).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> book.get(path).getString("status").equals("CANCELLED"));
    assertThat(book.get(path).getString("cancel_reason")).isEqualTo("REPLACED");
    JsonPath held = book.position(alerts.position(signal));
    assertThat(held.getDouble("entry_price")).as("the ask, not the new limit").isEqualTo(0.52);
    assertThat(held.getList("orders.status", String.class))
        .containsExactlyInAnyOrder("CANCELLED", "FILLED");
    assertProblem(book.post(path + "/cancel", ""), 409);

    chain("INTC", "C", 0.50, 0.52);
    String other = alerts.accepted(unnamed("INTC"));
    String unwanted = book.entry(other, "SENT").getString("id");
    assertThat(book.post("/orders/" + unwanted + "/cancel", "").statusCode()).isEqualTo(202);
    assertThat(book.entry(other, "CANCELLED").getString("cancel_reason")).isEqualTo("MANUAL");
    assertThat(alerts.signal(other).getString("position_id")).isNull();
  }

  @Test
  @Order(7)
  void the_kill_switch_takes_back_what_rests_at_the_broker_and_lets_exits_go_on() throws Exception {
    chain("ORCL", "C", 0.50, 0.52);
    String resting = alerts.accepted(unnamed("ORCL"));
    book.entry(resting, "SENT");
    String held = alerts.position(alerts.accepted(alerts.entry("T", ",\"premium\":4.2")));
    book.brake(true);
    assertThat(book.entry(resting, "CANCELLED").getString("cancel_reason"))
        .isEqualTo("KILL_SWITCH");
    JsonPath refused = alerts.decided(alerts.accepted(alerts.entry("VZ", ",\"premium\":4.2")));
    assertThat(refused.getString("decision.rejection")).isEqualTo("KILL_SWITCH");
    book.quote("T261218C00500000", "6.40", "6.50");
    assertThat(alerts.closed(held).getString("exit_reason")).isEqualTo("PROFIT_TARGET");
    book.brake(false);
  }

  @Test
  @Order(1)
  void each_limit_refuses_by_its_name_and_the_refusal_is_stored() throws Exception {
    String later = Instant.parse(alerts.now()).plus(Duration.ofMinutes(10)).toString();
    Map<String, List<String>> limits =
        Map.of(
            "max-position-size", List.of("1", "MAX_CONTRACTS_PER_POSITION", "XLB", "10"),
            "max-contracts-per-symbol", List.of("1", "MAX_CONTRACTS_PER_SYMBOL", "XLC", "40"),
            "max-total-exposure", List.of("100", "MAX_EXPOSURE", "XLI", "50000"),
            "max-open-positions", List.of("0", "MAX_OPEN_POSITIONS", "XLK", "50"),
            "max-daily-loss", List.of("0", "MAX_DAILY_LOSS", "XLP", "1000"),
            "max-orders-per-minute", List.of("0", "MAX_ORDERS_PER_MINUTE", "XLU", "120"),
            "price-collar-percent", List.of("4", "PRICE_COLLAR", "XLV", "50"));
    book.quote("XLV261218C00500000", "4.35", "4.40");
    alerts.position(alerts.accepted(alerts.entry("XLE", ",\"premium\":4.2")));
    for (Map.Entry<String, List<String>> limit : limits.entrySet()) {
      List<String> about = limit.getValue();
      book.override(limit.getKey(), about.get(0), later);
      JsonPath refused =
          alerts.decided(alerts.accepted(alerts.entry(about.get(2), ",\"premium\":4.2")));
      assertThat(refused.getString("decision.rejection")).isEqualTo(about.get(1));
      book.override(limit.getKey(), about.get(3), later);
    }
    assertThat(book.get("/risk").getList("violations.limit", String.class))
        .containsAll(limits.keySet());
  }

  @Test
  @Order(2)
  void an_override_is_on_record_and_ends_by_itself() throws Exception {
    Instant until = Instant.parse(alerts.now()).plusSeconds(4);
    assertThat(book.override("max-open-positions", "0", until.toString()).getString("by"))
        .isEqualTo("operator");
    JsonPath refused = alerts.decided(alerts.accepted(alerts.entry("XBI", ",\"premium\":4.2")));
    assertThat(refused.getString("decision.rejection")).isEqualTo("MAX_OPEN_POSITIONS");
    await().atMost(PATIENCE).until(() -> Instant.parse(alerts.now()).isAfter(until));
    JsonPath allowed = alerts.decided(alerts.accepted(alerts.entry("XOP", ",\"premium\":4.2")));
    assertThat(allowed.getString("decision.decision")).isEqualTo("ENTER");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                book.get("/audit?action=OVERRIDE&limit=100")
                    .getList("items.subject", String.class)
                    .contains("max-open-positions"));
  }

  @Test
  @Order(8)
  void an_exit_that_is_due_has_committed_before_the_next_alert_is_decided() throws Exception {
    for (String symbol : List.of("XHB", "XRT", "XME")) {
      String held = alerts.position(alerts.accepted(alerts.entry(symbol, ",\"premium\":4.2")));
      book.quote(symbol + "261218C00500000", "6.40", "6.50");
      String next = alerts.accepted(alerts.entry(symbol, ",\"premium\":4.3"));
      alerts.decided(next);
      assertThat(
              book.count(
                  "SELECT count(*) FROM exit_decisions e JOIN decisions d ON d.signal_id = '%s'"
                          .formatted(next)
                      + " WHERE e.position_id = '%s' AND e.decision = 'EXIT'".formatted(held)
                      + " AND e.created_at < d.created_at"
                      + " AND CAST(CAST(e.xmin AS text) AS bigint)"
                      + " < CAST(CAST(d.xmin AS text) AS bigint)"))
          .as("an exit of %s by an earlier transaction than the next decision", symbol)
          .isEqualTo(1);
      assertThat(alerts.closed(held).getString("exit_reason")).isEqualTo("PROFIT_TARGET");
    }
  }

  @Test
  @Order(9)
  void what_trading_brought_adds_up() throws Exception {
    JsonPath report = book.get("/performance");
    BigDecimal sold =
        book
            .get("/positions?status=closed&limit=100")
            .<Object>getList("items.realized_pnl")
            .stream()
            .map(pnl -> new BigDecimal(pnl.toString()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum(report, "bySource")).isEqualByComparingTo(sold);
    assertThat(sum(report, "bySymbol")).isEqualByComparingTo(sold);
    assertThat(sum(report, "byReason")).isEqualByComparingTo(sold);
    assertThat(report.getList("byReason.name", String.class)).contains("PROFIT_TARGET", "GEX_FLIP");
    assertThat(report.getInt("wins")).isBetween(5, report.getInt("trades"));
    assertThat(report.getDouble("winRate"))
        .isCloseTo((double) report.getInt("wins") / report.getInt("trades"), within(0.0001));
    assertThat(report.getDouble("profitFactor")).isPositive();
    assertThat(report.getDouble("maxDrawdown")).isPositive();
    assertThat(report.getDouble("realized")).isEqualTo(report.getDouble("daily[0].pnl"));
    assertThat(report.getDouble("equity"))
        .isCloseTo(report.getDouble("realized") + report.getDouble("unrealized"), within(0.001));
    assertThat(book.get("/health/context").getDouble("hitRate"))
        .as("share of decisions that found a fresh context")
        .isGreaterThan(0.8);
  }

  /** It leaves the brake on. */
  @Test
  @Order(10)
  void a_days_loss_sets_the_brake_and_the_book_is_whole() throws Exception {
    for (String symbol : List.of("TLT", "GLD", "SLV", "USO", "UNG", "DBA", "CORN")) {
      if (!book.get("/kill-switch").getBoolean("engaged")) {
        String lost = alerts.position(alerts.accepted(alerts.entry(symbol, ",\"premium\":4.2")));
        book.quote(symbol + "261218C00500000", "0.05", "0.10");
        assertThat(alerts.closed(lost).getString("exit_reason")).isEqualTo("STOP_LOSS");
      }
    }
    JsonPath brake =
        await()
            .atMost(PATIENCE)
            .until(() -> book.get("/kill-switch"), state -> state.getBoolean("engaged"));
    assertThat(brake.getString("reason")).contains("USD lost today, at most 1000");
    assertThat(brake.getString("by")).isEqualTo("rule");
    assertThat(brake.getString("mode")).isEqualTo("REDUCING");
    assertThat(book.broken()).isZero();
  }

  /** The same data seconds before the open of December's third Friday. */
  @Test
  @Order(11)
  void an_index_option_ends_at_the_open_of_its_last_day() throws Exception {
    service.close();
    restart(
        Map.of(
            "STRIKEWIRE_CLOCK", "2026-12-18T14:29:45Z",
            "STRIKEWIRE_EXIT_EVERY_MS", "500",
            "STRIKEWIRE_PAPER_LOST_BEFORE_RATE", "1",
            "STRIKEWIRE_PAPER_UNREACHABLE_RATE", "1",
            "STRIKEWIRE_KILL_SWITCH_MAX_UNKNOWN_ORDERS", "2",
            "STRIKEWIRE_KILL_SWITCH_UNKNOWN_SECONDS", "2"));
    book.brake(false);
    Instant open = Instant.parse("2026-12-18T14:30:00Z");
    JsonPath waiting =
        await()
            .atMost(PATIENCE)
            .until(
                () -> book.position(index),
                held -> "SETTLEMENT_PRICE_MISSING".equals(held.getString("exits[0].reason")));
    assertThat(Instant.parse(waiting.getString("exits[0].created_at"))).isAfterOrEqualTo(open);
    assertThat(waiting.getString("exits[0].counterfactual"))
        .isEqualTo("a settlement price of SPX for 2026-12-18");

    // Morning and afternoon options of the same strike and day: the first traded yesterday last.
    JsonPath over = alerts.decided(alerts.accepted(call(MORNING)));
    assertThat(over.getString("decision.rejection")).isEqualTo("MARKET_HOURS");

    assertProblem(settled("2026-12-19", "6800.01"), 400);
    assertThat(settled("2026-12-18", "6800.01").statusCode()).isEqualTo(204);
    assertProblem(settled("2026-12-18", "6900"), 409);
    JsonPath ended = alerts.closed(index);
    assertThat(ended.getString("exit_reason")).isEqualTo("EXERCISED");
    assertThat(ended.getDouble("fills.find{it.side=='SELL'}.price")).isEqualTo(0.01);
    assertThat(ended.getString("exits[0].counterfactual"))
        .isEqualTo("settlement price < 6800.01 (EXPIRED)");
    assertThat(book.broken()).isZero();
  }

  private static HttpResponse<String> settled(String day, String price) throws Exception {
    return book.post(
        "/settlements", "{\"root\":\"SPX\",\"day\":\"%s\",\"price\":%s}".formatted(day, price));
  }

  /** The broker takes nothing and answers nothing. */
  @Test
  @Order(12)
  void orders_without_an_answer_set_the_brake() throws Exception {
    String first = alerts.accepted(call(AFTERNOON));
    book.entry(first, "UNKNOWN");
    assertThat(book.get("/kill-switch").getBoolean("engaged")).as("one is allowed").isFalse();
    book.entry(alerts.accepted(call("SPY261218C00680000")), "UNKNOWN");
    alerts.until(() -> book.get("/kill-switch").getBoolean("engaged"));
    JsonPath brake = book.get("/kill-switch");
    assertThat(brake.getString("reason")).isEqualTo("2 orders without an answer from the broker");
    assertThat(brake.getString("by")).isEqualTo("rule");
    JsonPath refused = alerts.decided(alerts.accepted(call("QQQ261218C00600000")));
    assertThat(refused.getString("decision.rejection")).isEqualTo("KILL_SWITCH");
    assertThat(book.broken()).isZero();
  }

  private static BigDecimal sum(JsonPath report, String groups) {
    return report.<Object>getList(groups + ".realized").stream()
        .map(realized -> new BigDecimal(realized.toString()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A call that names no contract. */
  private static String unnamed(String symbol) throws Exception {
    return "{\"source\":\"TradingView\",\"symbol\":\"%s\",\"direction\":\"CALL\",\"timeframe\":\"5m\",\"timestamp\":\"%s\"}"
        .formatted(symbol, alerts.now());
  }

  /** An entry into one option, at 4.20. */
  private static String call(String occSymbol) throws Exception {
    return "{\"source\":\"TradingView\",\"symbol\":\"%s\",\"direction\":\"CALL\",\"timeframe\":\"5m\",\"timestamp\":\"%s\",\"occ_symbol\":\"%s\",\"premium\":4.2}"
        .formatted(occSymbol.substring(0, 3), alerts.now(), occSymbol);
  }

  /** A call that names one of the chain's contracts, but not its price. */
  private static String named(String symbol, String strike) throws Exception {
    return "{\"source\":\"TradingView\",\"symbol\":\"%s\",\"direction\":\"CALL\",\"timeframe\":\"15m\",\"timestamp\":\"%s\",\"strike\":%s,\"expiration\":\"2026-11-27\"}"
        .formatted(symbol, alerts.now(), strike);
  }

  /** A chain of now around 60 USD, each option at one market. */
  private static void chain(String symbol, String side, double bid, double ask) throws Exception {
    book.chain(symbol, alerts.now(), 60, options(symbol, side, bid, ask));
  }

  private static String[] options(String symbol, String side, double bid, double ask) {
    return List.of("261125", FRIDAY, "261204").stream()
        .flatMap(
            day ->
                List.of("59500", "60000", "60500", "61000").stream()
                    .map(
                        strike ->
                            option(symbol + day + side + "000" + strike, bid, ask, 0.25, 500)))
        .toArray(String[]::new);
  }

  /** A chain of now around 170 USD whose calls lean on one strike. */
  private static void chainLeaning(String symbol, int strike) throws Exception {
    book.chain(
        symbol,
        alerts.now(),
        170,
        option(symbol + FRIDAY + "C00168000", 2.90, 3.00, 0.25, strike == 168 ? 9000 : 100),
        option(symbol + FRIDAY + "C00170000", 1.90, 2.00, 0.25, 100),
        option(symbol + FRIDAY + "C00172000", 0.90, 0.95, 0.25, strike == 172 ? 9000 : 100),
        option(symbol + FRIDAY + "P00165000", 0.50, 0.55, 0.25, 100));
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
  }
}
