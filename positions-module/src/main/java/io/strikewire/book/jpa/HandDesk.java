package io.strikewire.book.jpa;

import io.strikewire.book.ExitMarket;
import io.strikewire.book.Supply;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Verdict;
import io.strikewire.event.Audited;
import io.strikewire.event.OrdersChanged;
import io.strikewire.exit.ExitGrounds;
import io.strikewire.market.MarketDataMode;
import io.strikewire.option.OptionPrice;
import io.strikewire.position.Order;
import io.strikewire.position.Position;
import io.strikewire.position.TradingDesk.Wish;
import io.strikewire.signal.Symbol;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Does what a person asks for, under the portfolio's lock. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HandDesk {

  /** Why something is done that a person asked for. */
  public static final String BY_HAND = "MANUAL";

  @PersistenceContext(unitName = "positions")
  private EntityManager rows;

  @Inject private Event<OrdersChanged> changed;
  @Inject private Event<Audited> audit;
  @Inject private Decision.Versions versions;

  /** For the container. */
  public HandDesk() {}

  HandDesk(EntityManager rows, Decision.Versions versions) {
    this.rows = rows;
    this.versions = versions;
  }

  /**
   * Orders what is open of a position to be sold.
   *
   * @param mode how well the service is supplied with market data
   */
  public Wish close(
      Position known, OptionPrice price, MarketDataMode mode, String by, Instant now) {
    PortfolioLock.take(rows, known.portfolio());
    Position position = new Holdings(rows).find(known.id()).orElseThrow();
    if (position.isClosed()) {
      return new Wish.Refused("The position is closed already.");
    }
    Exits exits = new Exits(rows, orders());
    Optional<Order> order =
        exits.sell(
            position,
            position.quantity(),
            BY_HAND,
            Optional.empty(),
            ExitMarket.of(price, position, Optional.empty(), now),
            now);
    if (order.isEmpty()) {
      return new Wish.Refused("All of the position is being sold already.");
    }
    List<Verdict> asked = List.of(Verdict.fail(BY_HAND, "asked for by " + by));
    ExitGrounds wish = new ExitGrounds.Wish(by);
    exits.decided(position, order.get(), wish, Supply.noted(asked, mode), versions, now);
    tell(now, by, "POSITION_CLOSE_ASKED", position.id().toString(), facts(order.get()));
    return new Wish.Granted(order.get());
  }

  /** Asks for an order's withdrawal. */
  public Wish cancel(Order known, String by, Instant now) {
    Wish wish = change(known, order -> order.withdrawn(BY_HAND, now));
    if (wish instanceof Wish.Granted granted) {
      tell(now, by, "ORDER_CANCELLED", known.clientOrderId(), facts(granted.order()));
    }
    return wish;
  }

  /** Asks for an order's withdrawal in favour of one with another limit. */
  public Wish replace(Order known, BigDecimal limit, String by, Instant now) {
    Wish wish = change(known, order -> order.replacedBy(limit, now));
    if (wish instanceof Wish.Granted) {
      tell(
          now,
          by,
          "ORDER_REPLACED",
          known.clientOrderId(),
          Map.of("limit", limit.toPlainString(), "contracts", count(known)));
    }
    return wish;
  }

  private static Map<String, String> facts(Order order) {
    return Map.of("state", order.state().name(), "contracts", count(order));
  }

  private static String count(Order order) {
    return Integer.toString(order.remaining());
  }

  private Wish change(Order known, UnaryOperator<Order> change) {
    PortfolioLock.take(rows, known.portfolio());
    Orders orders = orders();
    Order order = orders.find(known.clientOrderId()).orElseThrow();
    if (order.state().isTerminal()) {
      return new Wish.Refused("The order is " + order.state() + " already.");
    }
    if (order.cancelReason().isPresent()) {
      return new Wish.Refused("The order is being withdrawn already.");
    }
    Order changedOrder = orders.save(change.apply(order));
    return new Wish.Granted(changedOrder);
  }

  /** States what an underlying was settled at; the price that counts. */
  public BigDecimal settle(Symbol root, LocalDate day, BigDecimal price, String by, Instant now) {
    return Settlements.state(rows, root, day, price, by, now);
  }

  /** A position by its name. */
  public Optional<Position> position(UUID id) {
    return new Holdings(rows).find(id);
  }

  /** An order by its name. */
  public Optional<Order> order(UUID id) {
    return orders().find(id);
  }

  private void tell(
      Instant now, String by, String action, String subject, Map<String, String> facts) {
    if (audit != null) {
      audit.fire(new Audited(now, by, action, subject, facts));
    }
  }

  private Orders orders() {
    return new Orders(rows, changed == null ? event -> {} : changed::fire);
  }
}
