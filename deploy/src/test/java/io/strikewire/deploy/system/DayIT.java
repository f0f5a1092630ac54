package io.strikewire.deploy.system;

import static io.strikewire.deploy.system.Book.option;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day in AAPL options, 2014-06-09, on the built jar: signals in, quotes moving, every exit taken
 * once, and the profit to the cent. Each price is one that the contract traded at that day; a cent
 * is added to the ask and taken from the bid. The service is started for each part of the day, over
 * the same data: on the morning, the afternoon, at half past three, in the evening and at the close
 * of the Friday after. The market context is computed from the days before, imported from files.
 */
@Tag("day")
class DayIT {

  private static final int OPEN = 1;
  private static final int HIGH = 2;
  private static final int LOW = 3;
  private static final int CLOSE = 4;

  @TempDir static Path data;
  private final Map<String, String[]> prices = readPrices();
  private RunningStrikewire service;
  private Alerts alerts;
  private Book book;

  @Test
  void every_exit_is_taken_once_and_the_profit_is_the_table_to_the_cent() throws Exception {
    for (String history : List.of("spy-daily.csv", "vix-daily.csv")) {
      RunningStrikewire.Ended kept =
          RunningStrikewire.run(
              Map.of(),
              "context",
              "import",
              Path.of("src/test/resources/day", history).toString(),
              "--data",
              data.toString());
      assertThat(kept.code()).as(kept.said()).isZero();
      assertThat(kept.said()).contains("320 daily bars");
    }
    during("2014-06-09T14:00:00Z", Map.of(), this::morning);
    during("2014-06-09T18:10:00Z", Map.of(), this::afternoon);
    during("2014-06-09T19:30:05Z", Map.of(), () -> closed("AAPL140719C00092140", "TIME_EXIT"));
    Map<String, String> late =
        Map.of("MARKET_HOURS_END", "15:58", "STRIKEWIRE_EXIT_DAYS_TO_EXPIRY", "OFF");
    during("2014-06-09T19:40:00Z", late, this::evening);
    during("2014-06-13T20:00:05Z", late, this::friday);
  }

  private void morning() throws Exception {
    JsonPath context = book.get("/context");
    assertThat(context.getString("trend")).as("computed, whatever is said").isEqualTo("BULLISH");
    assertThat(context.getString("figures.find{it.name=='computed.trend'}.source"))
        .isEqualTo("SPY and VIX daily bars");
    assertThat(context.getString("figures.find{it.name=='computed.trend'}.asOf"))
        .startsWith("2014-06-06");

    buy("AAPL141018C00090000");
    quote("AAPL141018C00090000", CLOSE);
    buy("AAPL150117C00100000");
    quote("AAPL150117C00100000", HIGH);
    closed("AAPL150117C00100000", "PROFIT_TARGET");
    String parts = buy("AAPL140621C00093570");
    quote("AAPL140621C00093570", HIGH);
    alerts.until(() -> book.position(parts).getInt("quantity") == 2);
    assertThat(book.post("/positions/" + parts + "/close", "").statusCode()).isEqualTo(202);
    closed("AAPL140621C00093570", "MANUAL");
    buy("AAPL140719C00093570");
    quote("AAPL140719C00093570", LOW);
    closed("AAPL140719C00093570", "STOP_LOSS");
    buy("AAPL140621C00092860");
    quote("AAPL140621C00092860", HIGH);
    alerts.until(() -> marked("AAPL140621C00092860", HIGH));
    quote("AAPL140621C00092860", CLOSE);
    closed("AAPL140621C00092860", "TRAILING_STOP");
    buy("AAPL140613C00092140");
    closed("AAPL140613C00092140", "DAYS_TO_EXPIRY");
    alerts.until(() -> marked("AAPL141018C00090000", CLOSE));
  }

  private void afternoon() throws Exception {
    closed("AAPL141018C00090000", "MAX_HOLDING");

    lean("95000");
    buy("AAPL140816C00095000");
    quote("AAPL140816C00095000", LOW);
    alerts.until(() -> marked("AAPL140816C00095000", LOW));
    lean("92000");
    closed("AAPL140816C00095000", "GEX_FLIP");

    buy("AAPL140719P00090000");
    quote("AAPL140719P00090000", HIGH);
    alerts.decided(
        alerts.accepted(
            "{\"symbol\":\"AAPL\",\"action\":\"close\",\"direction\":\"PUT\",\"timeframe\":\"5m\"}"));
    closed("AAPL140719P00090000", "SIGNAL");

    buy("AAPL140719C00092140");
    quote("AAPL140719C00092140", CLOSE);
    alerts.until(() -> marked("AAPL140719C00092140", CLOSE));
  }

  /** A halted desk sells nothing by itself: what it holds is left to expire. */
  private void evening() throws Exception {
    for (String left : List.of("AAPL140613P00093570", "AAPL140613C00095000")) {
      quote(left, CLOSE);
      enter(left);
    }
    assertThat(
            book.post(
                    "/kill-switch",
                    "{\"engaged\":true,\"mode\":\"HALTED\",\"reason\":\"left to expire\"}")
                .statusCode())
        .isEqualTo(200);
  }

  private void friday() throws Exception {
    assertThat(
            book.post("/settlements", "{\"root\":\"AAPL\",\"day\":\"2014-06-13\",\"price\":91.28}")
                .statusCode())
        .isLessThan(300);
    closed("AAPL140613P00093570", "EXERCISED");
    closed("AAPL140613C00095000", "EXPIRED");

    // contract             bought  sold               × 100 × contracts − 8 × 0.67
    assertProfit("AAPL150117C00100000", "538.64"); // 2.93 → 4.29
    assertProfit("AAPL140621C00093570", "122.64"); // 1.16 → 1.48, in two parts
    assertProfit("AAPL140719C00093570", "-433.36"); // 2.34 → 1.27
    assertProfit("AAPL140621C00092860", "74.64"); // 1.56 → 1.76
    assertProfit("AAPL140613C00092140", "-13.36"); // 1.34 → 1.32
    assertProfit("AAPL141018C00090000", "186.64"); // 6.66 → 7.14
    assertProfit("AAPL140816C00095000", "-197.36"); // 3.01 → 2.53
    assertProfit("AAPL140719P00090000", "74.64"); // 1.56 → 1.76
    assertProfit("AAPL140719C00092140", "106.64"); // 3.11 → 3.39
    // contract             bought  worth              × 100 × contracts − 4 × 0.67
    assertProfit("AAPL140613P00093570", "573.32"); // 0.85 → 93.57 − 91.28
    assertProfit("AAPL140613C00095000", "-158.68"); // 0.39 → 0

    JsonPath report = book.get("/performance");
    assertThat(new BigDecimal(report.getString("equity"))).isEqualByComparingTo("874.40");
    assertThat(report.getInt("trades")).isEqualTo(11);
    assertThat(report.getInt("wins")).isEqualTo(7);
    // (538.64 + 122.64 + 74.64 + 186.64 + 74.64 + 106.64 + 573.32)
    //   / (433.36 + 13.36 + 197.36 + 158.68)
    assertThat(new BigDecimal(report.getString("profitFactor"))).isEqualByComparingTo("2.0892");
    // What nine brought, 459.76, less 8 × 0.67 for buying the last two; then (1.44 − 0.39) × 400
    assertThat(report.getList("daily.date", String.class))
        .containsExactly("2014-06-09", "2014-06-13");
    assertThat(new BigDecimal(report.getString("daily[0].pnl"))).isEqualByComparingTo("454.40");
    assertThat(new BigDecimal(report.getString("daily[1].pnl"))).isEqualByComparingTo("420.00");
    assertThat(book.broken()).isZero();
  }

  private interface Part {
    void trade() throws Exception;
  }

  private void during(String clock, Map<String, String> more, Part part) throws Exception {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "STRIKEWIRE_CLOCK", clock,
                "COOLDOWN_SECONDS", "0",
                "STRIKEWIRE_DEDUP_WINDOW_SECONDS", "1",
                "BASE_SIZE", "100",
                "MAX_POSITION_SIZE", "4",
                "MIN_CONFIDENCE", "0",
                "PROFIT_TARGET_PERCENT", "40",
                "STRIKEWIRE_EXIT_PARTIALS", "25:0.5",
                "STRIKEWIRE_EXIT_TRAILING_STOP", "5:15",
                "STRIKEWIRE_EXIT_DAYS_TO_EXPIRY", "4"));
    environment.put("STRIKEWIRE_EXIT_MAX_HOLDING_MINUTES", "240");
    environment.putAll(more);
    try (RunningStrikewire started = RunningStrikewire.start(data, environment)) {
      service = started;
      alerts = new Alerts(started);
      book = new Book(started);
      alerts.report(12);
      part.trade();
    }
  }

  /** Buys four contracts at the day's first price; the position. */
  private String buy(String occSymbol) throws Exception {
    quote(occSymbol, OPEN);
    return enter(occSymbol);
  }

  private String enter(String occSymbol) throws Exception {
    String[] about = prices.get(occSymbol);
    String signal =
        alerts.accepted(
            "{\"source\":\"TradingView\",\"symbol\":\"AAPL\",\"direction\":\"%s\",\"timeframe\":\"5m\",\"timestamp\":\"%s\",\"occ_symbol\":\"%s\"}"
                .formatted(about[0].equals("C") ? "CALL" : "PUT", alerts.now(), occSymbol));
    JsonPath decided = alerts.decided(signal);
    assertThat(decided.getString("decision.decision"))
        .as(decided.getString("decision.reasoning"))
        .isEqualTo("ENTER");
    assertThat(decided.getInt("decision.positionSize")).isEqualTo(4);
    return alerts.position(signal);
  }

  private void quote(String occSymbol, int which) throws Exception {
    BigDecimal traded = new BigDecimal(prices.get(occSymbol)[which]);
    BigDecimal cent = new BigDecimal("0.01");
    book.quote(occSymbol, traded.subtract(cent).toPlainString(), traded.add(cent).toPlainString());
  }

  private boolean marked(String occSymbol, int which) throws Exception {
    return new BigDecimal(position(occSymbol).get("current_price").toString())
            .compareTo(new BigDecimal(prices.get(occSymbol)[which]))
        == 0;
  }

  /** Dealers' exposure leans on one strike of contracts that nobody here trades. */
  private void lean(String strike) throws Exception {
    book.chain(
        "AAPL",
        alerts.now(),
        92.7,
        option("AAPL140627C00092000", 1.90, 1.95, 0.25, strike.equals("92000") ? 90000 : 100),
        option("AAPL140627C00093000", 1.30, 1.35, 0.25, 100),
        option("AAPL140627C00095000", 0.55, 0.60, 0.25, strike.equals("95000") ? 90000 : 100),
        option("AAPL140627P00090000", 0.50, 0.55, 0.25, 100));
  }

  private void closed(String occSymbol, String reason) throws Exception {
    JsonPath sold = alerts.closed(position(occSymbol).get("id").toString());
    assertThat(sold.getString("exit_reason")).as(occSymbol).isEqualTo(reason);
    assertThat(sold.getList("exits.reason", String.class)).as(occSymbol).contains(reason);
    assertThat(sold.getList("exits.counterfactual", String.class))
        .as(occSymbol)
        .hasSameSizeAs(sold.getList("exits"))
        .noneMatch(told -> told.startsWith("unknown"));
  }

  private void assertProfit(String occSymbol, String usd) throws Exception {
    assertThat(new BigDecimal(position(occSymbol).get("realized_pnl").toString()))
        .as(occSymbol)
        .isEqualByComparingTo(usd);
  }

  private Map<String, Object> position(String occSymbol) throws Exception {
    List<Map<String, Object>> found =
        book.get("/positions?limit=100")
            .getList("items.findAll{it.occ_symbol=='" + occSymbol + "'}");
    assertThat(found).as(occSymbol).hasSize(1);
    return found.get(0);
  }

  /** By option: its side, then the day's open, high, low and close. */
  private static Map<String, String[]> readPrices() {
    Path file = Path.of("..", "positions-module", "src/test/resources/aapl-2014-06-09.csv");
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(","))
          .collect(
              Collectors.toMap(
                  row ->
                      "AAPL%s%s%08d"
                          .formatted(
                              row[0].substring(2),
                              row[2],
                              new BigDecimal(row[1]).movePointRight(3).intValueExact()),
                  row -> new String[] {row[2], row[3], row[4], row[5], row[6]}));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
