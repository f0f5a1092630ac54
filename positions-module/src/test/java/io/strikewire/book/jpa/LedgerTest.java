package io.strikewire.book.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strikewire.archive.PageRequest;
import io.strikewire.book.BookSettings;
import io.strikewire.book.BookSettingsFixture;
import io.strikewire.book.MarketView;
import io.strikewire.calendar.NyseCalendar;
import io.strikewire.decision.Rejection;
import io.strikewire.event.SignalEvent.ClosingRequested;
import io.strikewire.event.SignalEvent.ExitsOrdered;
import io.strikewire.event.SignalEvent.OrderRefused;
import io.strikewire.exit.ExitSettings;
import io.strikewire.gex.GexChains;
import io.strikewire.market.MarketDataFeed;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.option.OptionPrices;
import io.strikewire.position.ExitRecord;
import io.strikewire.position.Position;
import io.strikewire.position.RiskDesk.LimitOverride;
import io.strikewire.risk.RiskLimit;
import io.strikewire.signal.Intent;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.Signal;
import io.strikewire.signal.Symbol;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final OptionContract CONTRACT =
      OptionContract.parse("SPY261218C00500000").orElseThrow();
  private static final OptionPrice.Stated PAID = new OptionPrice.Stated(new BigDecimal("4.20"));
  private static final BookSettings SETTINGS = BookSettingsFixture.usual().settings();
  private static final MarketView NOTHING_KNOWN = new MarketView(Map.of(), Map.of(), Map.of());

  private static BookOnPostgres book;

  @BeforeAll
  static void start() throws Exception {
    book = BookOnPostgres.start(NOW);
  }

  @AfterAll
  static void stop() throws Exception {
    book.close();
  }

  @BeforeEach
  void clear() {
    book.clear();
    book.set(NOW);
  }

  @Test
  void four_contracts_bought_at_4_20_and_sold_at_5_00_by_a_signal_net_314_64() throws Exception {
    open(4);
    Signal closing = book.signal(CONTRACT, new Intent.Close(Optional.empty()));
    close(closing, new OptionPrice.Stated(new BigDecimal("5.00")));
    assertThat(position().realizedPnl()).isEqualByComparingTo("314.64");
    assertThat(position().exitReason()).hasValue("SIGNAL");
    List<ExitRecord> exits =
        book.get(rows -> new Ledger(rows, new NyseCalendar()).exits(position().id()));
    assertThat(exits)
        .as("the position says by whom it was sold")
        .singleElement()
        .satisfies(
            exit -> {
              assertThat(exit.reason()).hasValue("SIGNAL");
              assertThat(exit.contracts()).isEqualTo(4);
              assertThat(exit.priority()).as("no rule decided").isEmpty();
              assertThat(exit.reasoning())
                  .containsExactly("SIGNAL FAIL: asked for by signal " + closing.id());
              assertThat(exit.counterfactual())
                  .isEqualTo("not asked for by signal " + closing.id());
            });
    assertThat(book.broken()).isEmpty();
  }

  @Test
  void what_is_used_of_the_limits_is_the_portfolios_own_with_what_is_on_order() {
    open(4);
    book.enter(SETTINGS, book.entry(CONTRACT), PAID, 3);
    assertThat(used(Portfolio.MAIN, "max-position-size")).isEqualByComparingTo("4");
    assertThat(used(Portfolio.MAIN, "max-contracts-per-symbol")).isEqualByComparingTo("7");
    assertThat(used(new Portfolio("other"), "max-position-size")).isZero();
    assertThat(used(new Portfolio("other"), "max-contracts-per-symbol")).isZero();
  }

  private static BigDecimal used(Portfolio portfolio, String limit) {
    return book
        .get(rows -> new BrakeDesk(rows, SETTINGS).report(portfolio, book.instant()))
        .limits()
        .stream()
        .filter(use -> use.name().equals(limit))
        .findFirst()
        .orElseThrow()
        .used();
  }

  @Test
  void the_same_signal_cannot_be_ordered_twice() {
    Signal signal = book.entry(CONTRACT);
    book.enter(SETTINGS, signal, PAID, 4);
    assertThatThrownBy(
            () ->
                book.run(
                    rows ->
                        new Orders(rows, changed -> {})
                            .place(new Orders(rows, changed -> {}).workingEntries().get(0))))
        .isInstanceOf(RuntimeException.class);
    book.delivery(SETTINGS).round();
    book.delivery(SETTINGS).round();
    assertThat(book.positions()).hasSize(1);
    assertThat(position().quantity()).isEqualTo(4);
  }

  @Test
  void a_closing_signal_withdraws_an_entry_that_still_waits() {
    book.enter(SETTINGS, book.entry(CONTRACT), PAID, 4);
    Signal closing = book.signal(CONTRACT, new Intent.Close(Optional.empty()));
    assertThat(close(closing, PAID)).isInstanceOf(ExitsOrdered.class);
    assertThat(book.positions()).isEmpty();
    assertThat(book.count("SELECT count(*) FROM orders WHERE state = 'CANCELLED'")).isEqualTo(1);
  }

  @Test
  void what_is_bought_although_a_signal_closed_it_meanwhile_is_sold_at_once() throws Exception {
    book.enter(SETTINGS, book.entry(CONTRACT), PAID, 4);
    var steps = book.steps(SETTINGS);
    var sent = steps.claim(Portfolio.MAIN, NOW).get(0);
    book.broker(SETTINGS, bound -> bound - 1)
        .submit(io.strikewire.broker.Broker.Ticket.of(sent), NOW);
    close(book.signal(CONTRACT, new Intent.Close(Optional.empty())), PAID);
    book.delivery(SETTINGS).round();
    book.delivery(SETTINGS).round();
    assertThat(position().isClosed()).isTrue();
    assertThat(position().realizedPnl()).isEqualByComparingTo("-5.36");
    assertThat(book.count("SELECT count(*) FROM exit_decisions WHERE reason = 'SIGNAL'"))
        .isEqualTo(1);
    assertThat(book.broken()).isEmpty();
  }

  @Test
  void exposure_counts_orders_under_way_by_their_premium() {
    book.enter(SETTINGS, book.entry(CONTRACT), PAID, 4);
    assertThat(exposure()).isEqualByComparingTo("1680");
    book.delivery(SETTINGS).round();
    assertThat(exposure()).isEqualByComparingTo("1680");
  }

  @Test
  void a_limit_refuses_and_leaves_its_violation_until_an_override_lifts_it() {
    BookSettings tight =
        BookSettingsFixture.usual().with(RiskLimit.CONTRACTS_PER_SYMBOL, "3").settings();
    assertThat(book.enter(tight, book.entry(CONTRACT), PAID, 4))
        .isInstanceOfSatisfying(
            OrderRefused.class,
            refused ->
                assertThat(refused.decision().rejection())
                    .hasValue(Rejection.MAX_CONTRACTS_PER_SYMBOL));
    assertThat(risk(tight).violations())
        .singleElement()
        .satisfies(violation -> assertThat(violation.asked()).isEqualByComparingTo("4"));
    lift(tight, "max-contracts-per-symbol", "4", NOW.plusSeconds(60));
    book.enter(tight, book.entry(CONTRACT), PAID, 4);
    assertThat(book.count("SELECT count(*) FROM orders")).isEqualTo(1);
    book.tick(Duration.ofSeconds(61));
    assertThat(risk(tight).overrides()).isEmpty();
    assertThat(risk(tight).limits())
        .filteredOn(use -> use.name().equals("max-contracts-per-symbol"))
        .singleElement()
        .satisfies(use -> assertThat(use.limit()).isEqualByComparingTo("3"));
  }

  @Test
  void holding_is_decided_once_as_long_as_its_reasons_are_the_same() {
    open(4);
    look(NOTHING_KNOWN);
    look(NOTHING_KNOWN);
    assertThat(exits())
        .singleElement()
        .satisfies(exit -> assertThat(exit.decision()).isEqualTo("HOLD"));
    book.tick(Duration.ofMinutes(6));
    look(NOTHING_KNOWN);
    assertThat(exits()).hasSize(2);
    assertThat(exits().get(0).reason()).as("its mark is old").hasValue("NO_FRESH_MARK");
    assertThat(exits().get(0).counterfactual()).startsWith("fresh bid ≤ 2.94");
    assertThat(exits().get(0).inputs()).doesNotContainKey("bid").containsEntry("lastBid", "4.2000");
  }

  @Test
  void what_an_older_release_decided_says_that_nothing_was_kept() {
    open(4);
    look(NOTHING_KNOWN);
    book.run(rows -> Sql.of(rows, "UPDATE exit_decisions SET inputs = NULL").run());
    assertThat(exits())
        .singleElement()
        .satisfies(
            exit -> {
              assertThat(exit.inputs()).isEmpty();
              assertThat(exit.counterfactual())
                  .isEqualTo("unknown: what it was decided on was not kept");
            });
  }

  @Test
  void a_sale_that_the_broker_refused_is_ordered_again() {
    open(4);
    look(priced("6.40", "6.50"));
    var steps = book.steps(SETTINGS);
    steps
        .claim(Portfolio.MAIN, NOW)
        .forEach(
            sale ->
                steps.handedOver(
                    sale, new io.strikewire.broker.Broker.Submission.Refused("no"), NOW));
    book.tick(Duration.ofSeconds(11));
    look(priced("6.40", "6.50"));
    book.delivery(SETTINGS).round();
    assertThat(position().exitReason()).hasValue("PROFIT_TARGET");
    assertThat(book.count("SELECT count(*) FROM orders WHERE side = 'SELL'")).isEqualTo(2);
  }

  @Test
  void an_expired_option_waits_for_its_settlement_price_and_is_worth_what_it_is_in_the_money()
      throws Exception {
    BookSettings patient =
        BookSettingsFixture.usual()
            .with(
                ExitSettings.of(
                    BigDecimal.valueOf(1000),
                    BigDecimal.valueOf(-100),
                    Duration.ofHours(4),
                    LocalTime.of(23, 59)))
            .settings();
    open(4);
    book.set(Instant.parse("2026-12-18T21:15:00Z"));
    look(patient, NOTHING_KNOWN);
    assertThat(exits().get(0).reason()).hasValue("SETTLEMENT_PRICE_MISSING");
    book.run(
        rows ->
            new HandDesk(rows, BookOnPostgres.VERSIONS)
                .settle(
                    new Symbol("SPY"),
                    LocalDate.of(2026, 12, 18),
                    new BigDecimal("507.25"),
                    "me",
                    book.instant()));
    look(patient, NOTHING_KNOWN);
    assertThat(position().exitReason()).hasValue("EXERCISED");
    // (7.25 - 4.20) × 400 less 4 × 0.67 for buying
    assertThat(position().realizedPnl()).isEqualByComparingTo("1217.32");
    assertThat(book.broken()).isEmpty();
  }

  @Test
  void when_nothing_that_is_asked_answers_the_time_exit_still_sells_and_says_so() {
    open(2);
    book.set(Instant.parse("2026-11-23T20:55:00Z"));
    PriceBoard board =
        new PriceBoard(down(OptionPrices.class), down(GexChains.class), down(MarketDataFeed.class));
    look(board.view(book.positions(), book.instant()));
    book.delivery(SETTINGS).round();
    assertThat(position().exitReason()).hasValue("TIME_EXIT");
    assertThat(exits().get(0).reasoning())
        .anyMatch(line -> line.startsWith("MARKET_DATA NOTE: DEGRADED"));
  }

  private static <T> T down(Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> {
              throw new IllegalStateException("down");
            }));
  }

  @Test
  void an_override_of_the_exposure_is_told_until_it_expires() {
    assertThat(overriddenExposure(NOW)).isEmpty();
    lift(SETTINGS, "max-total-exposure", "250000", NOW.plusSeconds(60));
    assertThat(overriddenExposure(NOW))
        .hasValueSatisfying(limit -> assertThat(limit).isEqualByComparingTo("250000"));
    assertThat(overriddenExposure(NOW.plusSeconds(60))).isEmpty();
  }

  private static Optional<BigDecimal> overriddenExposure(Instant at) {
    return book.get(rows -> new BrakeDesk(rows, SETTINGS).overriddenExposure(at));
  }

  @Test
  void pages_go_back_in_time_without_repeating() {
    for (int i = 0; i < 5; i++) {
      book.tick(Duration.ofSeconds(1));
      open(1);
    }
    var first = book.get(rows -> new Ledger(rows, new NyseCalendar()).page(PageRequest.newest(3)));
    assertThat(first.items()).hasSize(3);
    var second =
        book.get(
            rows ->
                new Ledger(rows, new NyseCalendar())
                    .page(
                        new PageRequest(
                            3,
                            first.next().map(java.util.UUID::fromString),
                            Optional.of("open"),
                            Optional.of(new Symbol("SPY")),
                            Optional.of(NOW),
                            Optional.empty())));
    assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
    assertThat(second.next()).isEmpty();
  }

  @Test
  void an_older_quote_does_not_replace_a_newer_one() {
    book.quote(CONTRACT, "4.00", "4.10");
    book.set(NOW.minusSeconds(5));
    book.quote(CONTRACT, "3.00", "3.10");
    assertThat(book.quotes().latest(Set.of(CONTRACT)).get(CONTRACT).bid())
        .isEqualByComparingTo("4.00");
  }

  private static void open(int contracts) {
    book.enter(SETTINGS, book.entry(CONTRACT), PAID, contracts);
    book.delivery(SETTINGS).round();
  }

  private static Object close(Signal closing, OptionPrice price) {
    Object outcome =
        book.get(
            rows -> {
              PortfolioLock.take(rows, Portfolio.MAIN);
              book.store(rows, closing);
              return new Outbox(rows, BookOnPostgres.turns(), SETTINGS, BookOnPostgres.VERSIONS)
                  .close(
                      new ClosingRequested(closing),
                      position -> price,
                      BookOnPostgres.SUPPLIED,
                      book.instant());
            });
    book.delivery(SETTINGS).round();
    return outcome;
  }

  private static void look(MarketView market) {
    look(SETTINGS, market);
  }

  private static void look(BookSettings settings, MarketView market) {
    book.run(
        rows ->
            new ExitRound(rows, settings, BookOnPostgres.VERSIONS, new NyseCalendar())
                .run(Portfolio.MAIN, market, book.instant()));
  }

  private static MarketView priced(String bid, String ask) {
    OptionPrice price =
        new OptionPrice.Quoted(new BigDecimal(bid), new BigDecimal(ask), book.instant());
    return new MarketView(Map.of(CONTRACT, price), Map.of(), Map.of());
  }

  private static Position position() {
    return book.positions().get(0);
  }

  private static List<ExitRecord> exits() {
    return book.get(rows -> new Ledger(rows, new NyseCalendar()).exits(position().id()));
  }

  private static BigDecimal exposure() {
    return book.get(rows -> new Ledger(rows, new NyseCalendar()).openExposure(Portfolio.MAIN));
  }

  private static io.strikewire.position.RiskDesk.Report risk(BookSettings settings) {
    return book.get(rows -> new BrakeDesk(rows, settings).report(Portfolio.MAIN, book.instant()));
  }

  private static void lift(BookSettings settings, String limit, String value, Instant until) {
    book.run(
        rows ->
            new BrakeDesk(rows, settings)
                .override(
                    new LimitOverride(
                        limit, new BigDecimal(value), "test", "me", book.instant(), until)));
  }
}
