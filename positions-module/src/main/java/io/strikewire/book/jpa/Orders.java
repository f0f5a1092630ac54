package io.strikewire.book.jpa;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.strikewire.book.PositionOrders;
import io.strikewire.event.OrdersChanged;
import io.strikewire.position.Order;
import io.strikewire.position.OrderState;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.Symbol;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The orders as they are stored. Changes are made under the portfolio's lock. */
final class Orders {

  private static final List<String> AT_BROKER =
      List.of(
          OrderState.SENT.name(), OrderState.UNKNOWN.name(), OrderState.PARTIALLY_FILLED.name());
  private static final List<String> WORKING =
      List.of(
          OrderState.NEW.name(),
          OrderState.SENT.name(),
          OrderState.UNKNOWN.name(),
          OrderState.PARTIALLY_FILLED.name());

  private final EntityManager rows;
  private final Consumer<OrdersChanged> changed;

  /**
   * @param changed is told of every order placed or changed
   */
  Orders(EntityManager rows, Consumer<OrdersChanged> changed) {
    this.rows = rows;
    this.changed = changed;
  }

  /** Puts an order into the outbox; the same name twice is refused by the database. */
  Order place(Order order) {
    rows.persist(OrderRow.of(order));
    rows.flush();
    changed.accept(new OrdersChanged());
    return order;
  }

  /** Stores where an order stands. */
  void store(Order order) {
    rows.find(OrderRow.class, order.clientOrderId()).update(order);
    rows.flush();
  }

  /** Stores what became of an order; one that follows a replaced one is placed. */
  Order save(Order order) {
    store(order);
    changed.accept(new OrdersChanged());
    order
        .successor(order.updatedAt())
        .filter(next -> find(next.clientOrderId()).isEmpty())
        .ifPresent(this::place);
    return order;
  }

  Optional<Order> find(String clientOrderId) {
    return Optional.ofNullable(rows.find(OrderRow.class, clientOrderId)).map(OrderRow::toOrder);
  }

  Optional<Order> find(UUID id) {
    return query("o.id = :id")
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(OrderRow::toOrder);
  }

  /** What waits to be handed over, oldest first. */
  List<Order> waiting(Portfolio portfolio) {
    return orders(
        query("o.portfolio = :portfolio AND o.state = 'NEW'")
            .setParameter("portfolio", portfolio.name()));
  }

  /** What the broker has or may have, oldest first. */
  List<Order> atBroker() {
    return orders(query("o.state IN :states").setParameter("states", AT_BROKER));
  }

  /** Orders at work that buy into any portfolio. */
  List<Order> workingEntries() {
    return orders(query("o.side = 'BUY' AND o.state IN :states").setParameter("states", WORKING));
  }

  /** Orders at work that buy into a symbol, on one side or both. */
  List<Order> workingEntries(Portfolio portfolio, Symbol symbol, Optional<Direction> side) {
    return workingEntries().stream()
        .filter(order -> order.portfolio().equals(portfolio) && order.symbol().equals(symbol))
        .filter(order -> side.map(order.contract().right()::equals).orElse(true))
        .toList();
  }

  /** Every order of a position. */
  PositionOrders of(UUID position) {
    return new PositionOrders(
        orders(query("o.positionId = :position").setParameter("position", position)));
  }

  /** Every order of what is open in a portfolio, by position. */
  Map<UUID, PositionOrders> ofOpen(Portfolio portfolio) {
    TypedQuery<OrderRow> query =
        query(
            "o.positionId IN (SELECT p.id FROM PositionRow p"
                + " WHERE p.closed = false AND p.portfolio = :portfolio)");
    return orders(query.setParameter("portfolio", portfolio.name())).stream()
        .collect(groupingBy(Order::positionId, collectingAndThen(toList(), PositionOrders::new)));
  }

  /** In which portfolios something waits to be handed over. */
  List<Portfolio> waitingIn() {
    return rows.createQuery(
            "SELECT DISTINCT o.portfolio FROM OrderRow o WHERE o.state = 'NEW'", String.class)
        .getResultStream()
        .map(Portfolio::new)
        .toList();
  }

  /** Orders without an answer since before {@code since}. */
  long unknownSince(Instant since) {
    return rows.createQuery(
            "SELECT count(o) FROM OrderRow o WHERE o.state = 'UNKNOWN' AND o.updatedAt <= :since",
            Long.class)
        .setParameter("since", since)
        .getSingleResult();
  }

  private TypedQuery<OrderRow> query(String condition) {
    return rows.createQuery(
        "FROM OrderRow o WHERE " + condition + " ORDER BY o.createdAt, o.clientOrderId",
        OrderRow.class);
  }

  private static List<Order> orders(TypedQuery<OrderRow> query) {
    return query.getResultStream().map(OrderRow::toOrder).toList();
  }
}
