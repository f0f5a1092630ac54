package io.strikewire.book.jpa;

import io.strikewire.book.MarketView;
import io.strikewire.book.MarketView.Spot;
import io.strikewire.book.PositionOrders;
import io.strikewire.book.Supply;
import io.strikewire.contract.ContractClass;
import io.strikewire.contract.ContractClass.Settlement;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Verdict;
import io.strikewire.exit.ExitGrounds;
import io.strikewire.expiry.Expiry;
import io.strikewire.market.TradingCalendar;
import io.strikewire.option.OptionContract;
import io.strikewire.position.Position;
import io.strikewire.signal.Symbol;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ends what expired, at what its underlying was settled at: by the word of a person, else by the
 * closing chain. Works under the portfolio's lock.
 */
final class Settlements {

  /** Delayed chains of the last minutes still speak for the close. */
  private static final Duration BEFORE_CLOSE = Duration.ofMinutes(15);

  private static final Duration AFTER_CLOSE = Duration.ofHours(12);

  private static final String MISSING = "SETTLEMENT_PRICE_MISSING";

  private final EntityManager rows;
  private final Orders orders;
  private final TradingCalendar calendar;

  Settlements(EntityManager rows, Orders orders, TradingCalendar calendar) {
    this.rows = rows;
    this.orders = orders;
    this.calendar = calendar;
  }

  /** Settles an expired position, once nothing of it is at the broker and its price is known. */
  void settle(Position position, MarketView market, Decision.Versions versions, Instant now) {
    Exits exits = new Exits(rows, orders);
    PositionOrders ordered = orders.of(position.id());
    if (ordered.unsold(position.quantity()) < position.quantity()) {
      ordered.orders().stream()
          .filter(order -> !order.state().isTerminal())
          .forEach(order -> orders.save(order.withdrawn("EXPIRED", now)));
      return;
    }
    Optional<BigDecimal> price = price(position, market.spots());
    if (price.isEmpty()) {
      if (new Holdings(rows).holdsForOtherReasons(position.id(), MISSING)) {
        Verdict missing =
            Verdict.note(MISSING, "nobody knows what " + position.symbol() + " settled at");
        exits.decided(
            position,
            "HOLD",
            Optional.of(MISSING),
            0,
            new ExitGrounds.Unsettled(),
            Supply.noted(List.of(missing), market.mode()),
            versions,
            now);
      }
      return;
    }
    Expiry end = Expiry.of(position.contract(), price.get());
    Verdict settled =
        Verdict.fail(
            end.reason(),
            position.contract() + " settled at " + price.get() + ", worth " + end.value());
    exits.decided(
        position,
        "EXIT",
        Optional.of(end.reason()),
        position.quantity(),
        new ExitGrounds.Settled(price.get()),
        Supply.noted(List.of(settled), market.mode()),
        versions,
        now);
    new Holdings(rows).settle(position.id(), end.value(), end.reason(), now);
  }

  /** The price in USD that an expired contract is settled at, if anyone knows it. */
  private Optional<BigDecimal> price(Position position, Map<Symbol, Spot> spots) {
    OptionContract contract = position.contract();
    return stated(contract)
        .or(
            () ->
                ContractClass.of(contract.root()).settlement() == Settlement.AM
                    ? Optional.empty()
                    : closing(position, spots));
  }

  private Optional<BigDecimal> closing(Position position, Map<Symbol, Spot> spots) {
    Instant moment = Expiry.moment(position.contract(), calendar);
    return Optional.ofNullable(spots.get(position.symbol()))
        .filter(spot -> !spot.at().isBefore(moment.minus(BEFORE_CLOSE)))
        .filter(spot -> spot.at().isBefore(moment.plus(AFTER_CLOSE)))
        .map(Spot::usd);
  }

  private Optional<BigDecimal> stated(OptionContract contract) {
    return stated(rows, contract.root(), contract.expiration());
  }

  private static Optional<BigDecimal> stated(EntityManager rows, Symbol root, LocalDate day) {
    return Sql.of(rows, "SELECT price FROM settlements WHERE root = :root AND day = :day")
        .with("root", root.ticker())
        .with("day", day)
        .value(BigDecimal.class);
  }

  /** Writes a person's word down unless there is one, and gives the one that counts. */
  static BigDecimal state(
      EntityManager rows, Symbol root, LocalDate day, BigDecimal price, String by, Instant now) {
    Sql.of(
            rows,
            """
            INSERT INTO settlements (root, day, price, by, at)
            VALUES (:root, :day, :price, :by, :now) ON CONFLICT (root, day) DO NOTHING
            """)
        .with("root", root.ticker())
        .with("day", day)
        .with("price", price)
        .with("by", by)
        .with("now", now)
        .run();
    return stated(rows, root, day).orElseThrow();
  }
}
