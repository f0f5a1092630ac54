package io.strikewire.book.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.book.BookSettings;
import io.strikewire.book.BookSettingsFixture;
import io.strikewire.book.MarketView;
import io.strikewire.calendar.NyseCalendar;
import io.strikewire.event.SignalEvent.ClosingRequested;
import io.strikewire.event.SignalEvent.OrderPlaced;
import io.strikewire.exit.ExitSettings;
import io.strikewire.gex.GexReading;
import io.strikewire.market.TradingCalendar;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.position.KillSwitch.Mode;
import io.strikewire.position.PerformanceBook;
import io.strikewire.position.Position;
import io.strikewire.position.TradingDesk.Wish;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Intent;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.Signal;
import io.strikewire.signal.Symbol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A day in AAPL options, 2014-06-09: eleven positions of four contracts, every exit once. Each
 * price is one that the contract traded at that day; a cent is added to the ask and taken from the
 * bid. The last two are left to expire on the Friday after, when a person states 91.28 as the
 * settlement.
 */
class ScriptedDayTest {

  private static final LocalDate DAY = LocalDate.of(2014, 6, 9);
  private static final Symbol AAPL = new Symbol("AAPL");
  private static final TradingCalendar CALENDAR = new NyseCalendar();

  private static final BookSettings SETTINGS =
      BookSettingsFixture.usual()
          .with(
              new ExitSettings(
                  BigDecimal.valueOf(40),
                  BigDecimal.valueOf(-30),
                  Duration.ofHours(4),
                  LocalTime.of(15, 30),
                  Optional.empty(),
                  List.of(new ExitSettings.Partial(BigDecimal.valueOf(25), new BigDecimal("0.5"))),
                  Optional.of(
                      new ExitSettings.Trailing(BigDecimal.valueOf(5), BigDecimal.valueOf(15))),
                  Optional.of(4),
                  Optional.of(Duration.ofMinutes(240))))
          .settings();

  private final Map<String, String[]> prices = readPrices();
  private BookOnPostgres book;
  private List<GexReading> gex = List.of();

  @Test
  void every_exit_is_taken_once_and_the_profit_is_the_table_to_the_cent() throws Exception {
    try (BookOnPostgres started = BookOnPostgres.start(newYork("09:31"))) {
      book = started;
      morning();
      afternoon();
      evening();

      // contract             bought  sold               × 100 × contracts − 8 × 0.67
      assertResult("AAPL150117C00100000", "PROFIT_TARGET", "538.64"); // 2.93 → 4.29
      assertResult("AAPL140621C00093570", "MANUAL", "98.64"); // 1.16 → 2 × 1.48, 2 × 1.36
      assertResult("AAPL140719C00093570", "STOP_LOSS", "-433.36"); // 2.34 → 1.27
      assertResult("AAPL140621C00092860", "TRAILING_STOP", "74.64"); // 1.56 → 1.76
      assertResult("AAPL140816C00095000", "GEX_FLIP", "-197.36"); // 3.01 → 2.53
      assertResult("AAPL140719C00092140", "TIME_EXIT", "106.64"); // 3.11 → 3.39
      assertResult("AAPL140613C00092140", "DAYS_TO_EXPIRY", "-13.36"); // 1.34 → 1.32
      assertResult("AAPL141018C00090000", "MAX_HOLDING", "186.64"); // 6.66 → 7.14
      assertResult("AAPL140719P00090000", "SIGNAL", "74.64"); // 1.56 → 1.76

      // contract             bought  worth              × 100 × contracts − 4 × 0.67
      assertResult("AAPL140613P00093570", "EXERCISED", "573.32"); // 0.85 → 93.57 − 91.28
      assertResult("AAPL140613C00095000", "EXPIRED", "-158.68"); // 0.39 → 0

      PerformanceBook.Report report = book.get(rows -> new Ledger(rows, CALENDAR).performance());
      assertThat(report.equity()).isEqualByComparingTo("850.40");
      assertThat(report.trades()).isEqualTo(11);
      assertThat(report.wins()).isEqualTo(7);
      // (538.64 + 98.64 + 74.64 + 106.64 + 186.64 + 74.64 + 573.32)
      //   / (433.36 + 197.36 + 13.36 + 158.68)
      assertThat(report.profitFactor().orElseThrow()).isEqualByComparingTo("2.0593");
      // The day's 435.76 less 8 × 0.67 for buying the last two; then 1.44 × 400 − 0.39 × 400
      assertThat(report.daily())
          .extracting(day -> day.date() + " " + day.realized().toPlainString())
          .containsExactly("2014-06-09 430.40", "2014-06-13 420.00");
      assertThat(
              book.count(
                  "SELECT count(DISTINCT priority) FROM exit_decisions WHERE decision = 'EXIT'"))
          .as("every rule of the eight, told by its place")
          .isEqualTo(8);
      assertThat(
              book.count(
                  "SELECT count(*) FROM positions p WHERE NOT EXISTS (SELECT FROM exit_decisions d"
                      + " WHERE d.position_id = p.id AND d.reason = p.exit_reason)"))
          .as("positions left without a decision")
          .isZero();
      assertThat(
              book.count(
                  "SELECT count(*) FROM exit_decisions"
                      + " WHERE reason = 'PARTIAL_PROFIT' AND contracts = 2"))
          .isEqualTo(1);
      assertThat(book.broken()).isEmpty();
    }
  }

  private void morning() {
    at("09:35");
    buy("AAPL141018C00090000");
    at("09:40");
    buy("AAPL150117C00100000");
    at("09:45");
    quote("AAPL150117C00100000", HIGH);
    at("10:00");
    buy("AAPL140621C00093570");
    at("10:10");
    quote("AAPL140621C00093570", HIGH);
    at("10:20");
    closeByHand("AAPL140621C00093570", CLOSE);
    at("10:30");
    buy("AAPL140719C00093570");
    at("10:40");
    quote("AAPL140719C00093570", LOW);
    at("11:00");
    buy("AAPL140621C00092860");
    at("11:10");
    quote("AAPL140621C00092860", HIGH);
    at("11:20");
    quote("AAPL140621C00092860", CLOSE);
    at("11:30");
    buy("AAPL140613C00092140");
  }

  private void afternoon() {
    at("13:34");
    quote("AAPL141018C00090000", CLOSE);
    at("13:35");
    buy("AAPL140816C00095000");
    at("13:43");
    quote("AAPL140816C00095000", LOW);
    gex =
        List.of(
            new GexReading(AAPL, Optional.of(Direction.PUT), 0.6, newYork("13:44")),
            new GexReading(AAPL, Optional.of(Direction.CALL), 0.5, newYork("12:44")));
    at("13:45");
    at("14:00");
    buy("AAPL140719P00090000");
    at("14:10");
    closeBySignal("AAPL140719P00090000", HIGH);
    at("14:30");
    buy("AAPL140719C00092140");
    at("15:29");
    quote("AAPL140719C00092140", CLOSE);
    at("15:30");
  }

  /** A halted desk sells nothing by itself: what it holds is left to expire. */
  private void evening() {
    at("15:40");
    for (String left : List.of("AAPL140613P00093570", "AAPL140613C00095000")) {
      OptionContract contract = contract(left);
      assertThat(book.enter(SETTINGS, book.entry(contract), push(contract, CLOSE), 4))
          .isInstanceOf(OrderPlaced.class);
    }
    book.delivery(SETTINGS).round();
    book.killSwitch(SETTINGS).set(Mode.HALTED, "left to expire", "test", book.instant());
    LocalDate friday = LocalDate.of(2014, 6, 13);
    Instant close = friday.atTime(16, 0).atZone(TradingCalendar.NEW_YORK).toInstant();
    book.set(close.minusSeconds(1));
    look();
    assertThat(position("AAPL140613P00093570").isClosed()).isFalse();
    book.set(close);
    book.run(
        rows ->
            new HandDesk(rows, BookOnPostgres.VERSIONS)
                .settle(AAPL, friday, new BigDecimal("91.28"), "test", close));
    look();
  }

  private static final int OPEN = 0;
  private static final int HIGH = 1;
  private static final int LOW = 2;
  private static final int CLOSE = 3;

  private void at(String time) {
    book.set(newYork(time));
    look();
  }

  private void buy(String occSymbol) {
    OptionContract contract = contract(occSymbol);
    OptionPrice.Quoted price = push(contract, OPEN);
    Signal signal = book.entry(contract);
    assertThat(book.enter(SETTINGS, signal, price, 4)).isInstanceOf(OrderPlaced.class);
    book.delivery(SETTINGS).round();
    look();
  }

  private void quote(String occSymbol, int which) {
    push(contract(occSymbol), which);
    look();
  }

  private void closeByHand(String occSymbol, int which) {
    Position position = position(occSymbol);
    OptionPrice price = priced(contract(occSymbol), which);
    Instant now = book.instant();
    Wish wish =
        book.get(
            rows ->
                new HandDesk(rows, BookOnPostgres.VERSIONS)
                    .close(position, price, BookOnPostgres.SUPPLIED, "test", now));
    assertThat(wish).isInstanceOf(Wish.Granted.class);
    book.delivery(SETTINGS).round();
  }

  private void closeBySignal(String occSymbol, int which) {
    OptionContract contract = contract(occSymbol);
    OptionPrice price = priced(contract, which);
    Signal signal = book.signal(contract, new Intent.Close(Optional.of(contract.right())));
    book.run(
        rows -> {
          PortfolioLock.take(rows, Portfolio.MAIN);
          book.store(rows, signal);
          new Outbox(rows, BookOnPostgres.turns(), SETTINGS, BookOnPostgres.VERSIONS)
              .close(
                  new ClosingRequested(signal),
                  position -> price,
                  BookOnPostgres.SUPPLIED,
                  book.instant());
        });
    book.delivery(SETTINGS).round();
  }

  private OptionPrice.Quoted push(OptionContract contract, int which) {
    OptionPrice.Quoted price = priced(contract, which);
    book.quote(contract, price.bid().toPlainString(), price.ask().toPlainString());
    return price;
  }

  private OptionPrice.Quoted priced(OptionContract contract, int which) {
    BigDecimal traded = new BigDecimal(prices.get(contract.occSymbol())[which]);
    BigDecimal cent = new BigDecimal("0.01");
    return new OptionPrice.Quoted(traded.subtract(cent), traded.add(cent), book.instant());
  }

  /** One round of the exit runner, and what it ordered carried out. */
  private void look() {
    Map<OptionContract, OptionPrice> known = new HashMap<>();
    Instant now = book.instant();
    for (Position position : book.positions()) {
      known.put(
          position.contract(),
          SETTINGS
              .marks()
              .price(
                  Optional.ofNullable(
                      book.quotes().latest(Set.of(position.contract())).get(position.contract())),
                  new OptionPrice.Unknown("no chain"),
                  now));
    }
    MarketView market = new MarketView(known, Map.of(AAPL, gex), Map.of());
    book.run(
        rows ->
            new ExitRound(rows, SETTINGS, BookOnPostgres.VERSIONS, CALENDAR)
                .run(Portfolio.MAIN, market, now));
    book.delivery(SETTINGS).round();
  }

  private void assertResult(String occSymbol, String reason, String profit) {
    Position position = position(occSymbol);
    assertThat(position.quantity()).as(occSymbol).isZero();
    assertThat(position.exitReason()).as(occSymbol).hasValue(reason);
    assertThat(position.realizedPnl()).as(occSymbol).isEqualByComparingTo(profit);
  }

  private Position position(String occSymbol) {
    return book.positions().stream()
        .filter(position -> position.contract().occSymbol().equals(occSymbol))
        .findFirst()
        .orElseThrow();
  }

  private static OptionContract contract(String occSymbol) {
    return OptionContract.parse(occSymbol).orElseThrow();
  }

  private static Instant newYork(String time) {
    return DAY.atTime(LocalTime.parse(time)).atZone(TradingCalendar.NEW_YORK).toInstant();
  }

  private static Map<String, String[]> readPrices() {
    Map<String, String[]> prices = new HashMap<>();
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                ScriptedDayTest.class.getResourceAsStream("/aapl-2014-06-09.csv"),
                StandardCharsets.UTF_8))) {
      file.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(","))
          .forEach(
              row ->
                  prices.put(
                      new OptionContract(
                              AAPL,
                              LocalDate.parse(row[0], DateTimeFormatter.BASIC_ISO_DATE),
                              row[2].equals("C") ? Direction.CALL : Direction.PUT,
                              new BigDecimal(row[1]))
                          .occSymbol(),
                      new String[] {row[3], row[4], row[5], row[6]}));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
    return prices;
  }
}
