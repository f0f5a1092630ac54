package io.strikewire.book.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.book.BookSettings;
import io.strikewire.book.BookSettingsFixture;
import io.strikewire.book.OrderDelivery;
import io.strikewire.broker.Broker;
import io.strikewire.decision.Rejection;
import io.strikewire.event.SignalEvent.OrderPlaced;
import io.strikewire.event.SignalEvent.OrderRefused;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.position.Fill.Side;
import io.strikewire.position.KillSwitch;
import io.strikewire.position.KillSwitch.Mode;
import io.strikewire.position.Market;
import io.strikewire.position.Position;
import io.strikewire.risk.RiskLimit;
import io.strikewire.signal.Portfolio;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KillSwitchTest {

  private static final long SEED = 7;
  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final OptionContract CONTRACT =
      OptionContract.parse("SPY261218C00500000").orElseThrow();
  private static final OptionPrice.Stated PRICE = new OptionPrice.Stated(new BigDecimal("4.20"));
  private static final BookSettings SETTINGS = BookSettingsFixture.usual().settings();

  private static BookOnPostgres book;
  private static KillSwitch brake;

  @BeforeAll
  static void start() throws Exception {
    book = BookOnPostgres.start(NOW);
    brake = book.killSwitch(SETTINGS);
  }

  @AfterAll
  static void stop() throws Exception {
    book.close();
  }

  @BeforeEach
  void clear() {
    book.clear();
  }

  @Test
  void after_each_of_200_answers_at_random_moments_no_entry_commits_and_none_is_handed_over()
      throws Exception {
    AtomicBoolean trading = new AtomicBoolean(true);
    AtomicLong handedOver = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    Future<?> first = threads.submit(() -> enterWhile(trading));
    Future<?> second = threads.submit(() -> enterWhile(trading));
    Future<?> carrier = threads.submit(() -> carryWhile(trading, handedOver));
    SplittableRandom random = new SplittableRandom(SEED);
    try {
      for (int i = 0; i < 200; i++) {
        TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
        brake.set(Mode.REDUCING, "test " + i, "test", NOW);
        long committed = entries();
        long sent = handedOver.get();
        assertThat(waiting()).as("NEW after answer " + i).isZero();
        TimeUnit.MILLISECONDS.sleep(5);
        assertThat(entries()).as("entries after answer " + i).isEqualTo(committed);
        assertThat(handedOver.get()).as("handed over after answer " + i).isEqualTo(sent);
        brake.set(Mode.ACTIVE, "over", "test", NOW);
      }
    } finally {
      trading.set(false);
      threads.shutdown();
      assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
    first.get();
    second.get();
    carrier.get();
    assertThat(entries()).as("there was load").isGreaterThan(200);
    assertThat(brake.history()).hasSize(200);
    assertThat(book.count("SELECT count(*) FROM kill_switch")).isEqualTo(400);
    assertThat(book.broken()).isEmpty();
  }

  @Test
  void an_entry_under_the_brake_is_refused_with_its_reason_and_an_exit_is_not() {
    assertThat(book.enter(SETTINGS, book.entry(CONTRACT), PRICE, 2))
        .isInstanceOf(OrderPlaced.class);
    book.delivery(SETTINGS).round();
    brake.set(Mode.HALTED, "fire drill", "me", NOW);

    assertThat(book.enter(SETTINGS, book.entry(CONTRACT), PRICE, 2))
        .isInstanceOfSatisfying(
            OrderRefused.class,
            refused -> assertThat(refused.decision().rejection()).hasValue(Rejection.KILL_SWITCH));
    book.run(
        rows ->
            new HandDesk(rows, BookOnPostgres.VERSIONS)
                .close(book.positions().get(0), PRICE, BookOnPostgres.SUPPLIED, "me", NOW));
    book.delivery(SETTINGS).round();
    assertThat(book.positions())
        .singleElement()
        .satisfies(position -> assertThat(position.isClosed()).isTrue());
  }

  @Test
  void an_entry_that_waits_is_cancelled_and_a_late_fill_of_a_sent_one_is_kept_and_marked() {
    book.enter(SETTINGS, book.entry(CONTRACT), PRICE, 2);
    var steps = book.steps(SETTINGS);
    var sent = steps.claim(Portfolio.MAIN, NOW).get(0);
    book.enter(SETTINGS, book.entry(CONTRACT), PRICE, 3);
    Broker broker = book.broker(SETTINGS, bound -> bound - 1);
    broker.submit(Broker.Ticket.of(sent), NOW);

    brake.set(Mode.REDUCING, "test", "me", NOW);
    new OrderDelivery(steps, broker, book).round();

    assertThat(book.count("SELECT count(*) FROM orders WHERE state = 'CANCELLED' AND filled = 0"))
        .isEqualTo(1);
    assertThat(book.count("SELECT count(*) FROM orders WHERE state = 'FILLED' AND late"))
        .isEqualTo(1);
    assertThat(book.count("SELECT count(*) FROM fills WHERE late")).isEqualTo(1);
    assertThat(book.positions())
        .singleElement()
        .satisfies(position -> assertThat(position.quantity()).isEqualTo(2));
  }

  @Test
  void the_answer_waits_for_the_portfolios_writer() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<?> answer =
          book.get(
              rows -> {
                PortfolioLock.take(rows, Portfolio.MAIN);
                Future<?> waiting =
                    thread.submit(() -> brake.set(Mode.REDUCING, "test", "me", NOW));
                try {
                  TimeUnit.MILLISECONDS.sleep(300);
                } catch (InterruptedException stopped) {
                  throw new IllegalStateException(stopped);
                }
                assertThat(waiting.isDone()).isFalse();
                return waiting;
              });
      answer.get(10, TimeUnit.SECONDS);
      assertThat(brake.state().engaged()).isTrue();
    } finally {
      thread.shutdown();
    }
  }

  @Test
  void orders_without_an_answer_set_it() {
    for (int i = 0; i < 3; i++) {
      book.enter(SETTINGS, book.entry(CONTRACT), PRICE, 1);
    }
    var steps = book.steps(SETTINGS);
    steps
        .claim(Portfolio.MAIN, NOW)
        .forEach(order -> steps.handedOver(order, new Broker.Submission.Unknown("no answer"), NOW));
    assertThat(alarm(NOW.plusSeconds(29))).isEmpty();
    assertThat(alarm(NOW.plusSeconds(30)))
        .hasValueSatisfying(reason -> assertThat(reason).startsWith("3 orders"));
  }

  @Test
  void a_days_loss_sets_it() {
    for (int i = 0; i < 2; i++) {
      book.enter(SETTINGS, book.entry(CONTRACT), PRICE, 10);
    }
    book.delivery(SETTINGS).round();
    BookSettings strict = BookSettingsFixture.usual().with(RiskLimit.DAILY_LOSS, "5000").settings();
    assertThat(alarm(strict, NOW)).isEmpty();
    book.run(
        rows -> {
          Market fallen = new Market(new BigDecimal("1.60"), new BigDecimal("1.70"), "QUOTE", NOW);
          new Holdings(rows)
              .mark(
                  book.positions().stream()
                      .collect(Collectors.toMap(Position::id, position -> fallen)));
        });
    // 2 × (4.20 - 1.65) × 1000, and 20 × 0.67 for buying
    assertThat(alarm(strict, NOW)).hasValue("5113.40 USD lost today, at most 5000");
  }

  private static Optional<String> alarm(Instant now) {
    return alarm(SETTINGS, now);
  }

  private static Optional<String> alarm(BookSettings settings, Instant now) {
    return book.get(rows -> new BrakeDesk(rows, settings).alarm(now));
  }

  private static void enterWhile(AtomicBoolean trading) {
    while (trading.get()) {
      book.enter(SETTINGS, book.entry(CONTRACT), PRICE, 1);
    }
  }

  private static void carryWhile(AtomicBoolean trading, AtomicLong handedOver) {
    Broker paper = book.broker(SETTINGS, bound -> bound - 1);
    Broker counting =
        new Broker() {
          @Override
          public Submission submit(Ticket ticket, Instant now) {
            Submission submission = paper.submit(ticket, now);
            if (ticket.side() == Side.BUY) {
              handedOver.incrementAndGet();
            }
            return submission;
          }

          @Override
          public Lookup lookup(String clientOrderId, Instant now) {
            return paper.lookup(clientOrderId, now);
          }

          @Override
          public void cancel(String clientOrderId, Instant now) {
            paper.cancel(clientOrderId, now);
          }
        };
    OrderDelivery delivery = new OrderDelivery(book.steps(SETTINGS), counting, book);
    while (trading.get()) {
      delivery.round();
    }
  }

  private static long entries() {
    return book.count("SELECT count(*) FROM orders WHERE side = 'BUY'");
  }

  private static long waiting() {
    return book.count("SELECT count(*) FROM orders WHERE side = 'BUY' AND state = 'NEW'");
  }
}
