package io.strikewire.book.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.book.BookSettings;
import io.strikewire.book.BookSettingsFixture;
import io.strikewire.book.OrderDelivery;
import io.strikewire.broker.PaperSettings;
import io.strikewire.option.OptionContract;
import io.strikewire.position.Market;
import io.strikewire.position.Order;
import io.strikewire.position.Position;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.Signal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Ten thousand orders through a broker that loses, refuses, halves, delays and repeats. */
class WorstBrokerTest {

  private static final long SEED = 20261123;

  /** 5,000 make 10,000 orders; what every build does is a part of it. */
  private static final int POSITIONS = Integer.getInteger("worst.positions", 1_000);

  private static final int AT_ONCE = 500;
  private static final OptionContract CONTRACT =
      OptionContract.parse("SPY261218C00500000").orElseThrow();
  private static final Market MARKET =
      new Market(
          new BigDecimal("4.10"),
          new BigDecimal("4.20"),
          "QUOTE",
          Instant.parse("2026-11-23T15:00:00Z"));

  private static final BookSettings SETTINGS =
      BookSettingsFixture.usual()
          .with(
              new PaperSettings(
                  new BigDecimal("0.65"),
                  new BigDecimal("0.02"),
                  new BigDecimal("0.01"),
                  Duration.ofMillis(200),
                  new BigDecimal("0.5"),
                  new BigDecimal("0.05"),
                  new BigDecimal("0.1"),
                  new BigDecimal("0.1"),
                  new BigDecimal("0.2"),
                  new BigDecimal("0.3")))
          .settings();

  @Test
  void no_execution_is_booked_twice_or_missed_and_no_order_stays_unreconciled() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    try (BookOnPostgres book = BookOnPostgres.start(Instant.parse("2026-11-23T15:00:00Z"))) {
      OrderDelivery delivery =
          new OrderDelivery(book.steps(SETTINGS), book.broker(SETTINGS, random::nextInt), book);
      for (int batch = 0; batch < POSITIONS / AT_ONCE; batch++) {
        book.run(rows -> enter(book, rows));
        settle(book, delivery);
        book.run(rows -> leave(book, rows));
        settle(book, delivery);
      }

      assertThat(
              book.count(
                  "SELECT count(*) FROM orders WHERE NOT state IN"
                      + " ('FILLED', 'CANCELLED', 'REJECTED', 'EXPIRED')"))
          .as("unreconciled")
          .isZero();
      assertThat(
              book.count(
                  "SELECT count(*) FROM orders o FULL JOIN paper_orders p USING (client_order_id)"
                      + " WHERE coalesce(o.filled, -1) <> coalesce(p.quantity, 0)"))
          .as("orders whose fills are not what the broker executed")
          .isZero();
      assertThat(book.count("SELECT count(*) FROM orders")).isGreaterThan(POSITIONS * 9 / 5);
      assertThat(book.count("SELECT max(attempts) FROM orders")).as("tried again").isGreaterThan(1);
      assertThat(
              book.count(
                  "SELECT count(*) FROM (SELECT client_order_id FROM fills GROUP BY 1"
                      + " HAVING count(*) = 2) halves"))
          .as("in two parts")
          .isGreaterThan(POSITIONS / 5);
      assertThat(book.broken()).isEmpty();
    }
  }

  private static void enter(BookOnPostgres book, jakarta.persistence.EntityManager rows) {
    for (int i = 0; i < AT_ONCE; i++) {
      Signal signal = book.entry(CONTRACT);
      book.store(rows, signal);
      new Orders(rows, changed -> {})
          .place(
              Order.placed(
                  Order.entryName(signal.id()),
                  Optional.of(signal.id()),
                  Order.positionName(signal.id()),
                  Portfolio.MAIN,
                  signal.symbol(),
                  CONTRACT,
                  io.strikewire.position.Fill.Side.BUY,
                  "ENTRY",
                  Optional.empty(),
                  1 + i % 7,
                  MARKET,
                  book.instant()));
    }
  }

  private static void leave(BookOnPostgres book, jakarta.persistence.EntityManager rows) {
    Exits exits = new Exits(rows, new Orders(rows, changed -> {}));
    for (Position position : new Holdings(rows).open(Portfolio.MAIN)) {
      exits.sell(position, position.quantity(), "TEST", Optional.empty(), MARKET, book.instant());
    }
  }

  /** Rounds until nothing is under way; each is a quarter of a second later. */
  private static void settle(BookOnPostgres book, OrderDelivery delivery) {
    for (int round = 0; round < 200; round++) {
      delivery.round();
      book.tick(Duration.ofMillis(250));
      if (book.count(
              "SELECT count(*) FROM orders WHERE state IN"
                  + " ('NEW', 'SENT', 'UNKNOWN', 'PARTIALLY_FILLED')")
          == 0) {
        return;
      }
    }
    throw new AssertionError("orders are under way after 200 rounds");
  }
}
