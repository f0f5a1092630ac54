package io.strikewire.book.jpa;

import io.strikewire.book.PositionFold;
import io.strikewire.broker.Broker.Execution;
import io.strikewire.position.Fill;
import io.strikewire.position.Fill.Side;
import io.strikewire.position.Market;
import io.strikewire.position.Order;
import io.strikewire.position.Position;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.Symbol;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Positions as the sum of their stored fills. Changes are made under the portfolio's lock. */
final class Holdings {

  private static final String MARK =
      """
      INSERT INTO marks (position_id, at, bid, ask, basis)
      SELECT id, marked_at, mark_bid, mark_ask, price_basis
      FROM positions WHERE id = ANY (:positions) ON CONFLICT DO NOTHING
      """;

  private final EntityManager rows;

  Holdings(EntityManager rows) {
    this.rows = rows;
  }

  Optional<Position> find(UUID id) {
    return Optional.ofNullable(rows.find(PositionRow.class, id)).map(PositionRow::toPosition);
  }

  /** Portfolios in which something is open. */
  List<Portfolio> invested() {
    return rows.createQuery(
            "SELECT DISTINCT p.portfolio FROM PositionRow p WHERE p.closed = false", String.class)
        .getResultStream()
        .map(Portfolio::new)
        .toList();
  }

  /** What is open in a portfolio, oldest first. */
  List<Position> open(Portfolio portfolio) {
    return rows.createQuery(
            """
            FROM PositionRow p WHERE p.closed = false AND p.portfolio = :portfolio
            ORDER BY p.openedAt, p.id
            """,
            PositionRow.class)
        .setParameter("portfolio", portfolio.name())
        .getResultStream()
        .map(PositionRow::toPosition)
        .toList();
  }

  /** What is open in a symbol, on one side or both, oldest first. */
  List<Position> open(Portfolio portfolio, Symbol symbol, Optional<Direction> side) {
    return open(portfolio).stream()
        .filter(position -> position.symbol().equals(symbol))
        .filter(position -> side.map(position.contract().right()::equals).orElse(true))
        .toList();
  }

  List<Fill> fills(UUID position) {
    return rows.createQuery(
            "FROM FillRow f WHERE f.positionId = :position ORDER BY f.number", FillRow.class)
        .setParameter("position", position)
        .getResultStream()
        .map(FillRow::toFill)
        .toList();
  }

  /** Whether an execution is written down already. */
  boolean has(Order order, Execution execution) {
    return !rows.createQuery(
            "SELECT f.id FROM FillRow f"
                + " WHERE f.clientOrderId = :order AND f.executionId = :execution",
            UUID.class)
        .setParameter("order", order.clientOrderId())
        .setParameter("execution", execution.id())
        .getResultList()
        .isEmpty();
  }

  /**
   * Writes an execution down and what it makes of the position; the first opens it.
   *
   * @param order after the execution
   */
  void execute(Order order, Execution execution) {
    Fill fill =
        new Fill(
            order.side(),
            execution.price(),
            execution.quantity(),
            execution.commission(),
            execution.fee(),
            execution.at());
    PositionRow row = rows.find(PositionRow.class, order.positionId());
    boolean first = row == null;
    if (first) {
      row = PositionRow.of(order, fill.at());
    }
    write(row, first, fill, order.reason(), order.market().basis()).by(order, execution.id());
    rows.flush();
  }

  /** Writes the end of an option down: a sale at what it is worth, without costs. */
  void settle(UUID position, BigDecimal value, String reason, Instant at) {
    PositionRow row = rows.find(PositionRow.class, position);
    int open = row.toPosition().quantity();
    BigDecimal nothing = BigDecimal.ZERO.setScale(2);
    write(row, false, new Fill(Side.SELL, value, open, nothing, nothing, at), reason, "SETTLEMENT");
    rows.flush();
  }

  /** Takes over newer markets of positions, and remembers each. */
  void mark(Map<UUID, Market> newer) {
    if (newer.isEmpty()) {
      return;
    }
    newer.forEach((position, market) -> rows.find(PositionRow.class, position).mark(market));
    rows.flush();
    Sql.of(rows, MARK).with("positions", newer.keySet().toArray(UUID[]::new)).run();
  }

  /** Whether the reasons to hold are others than before; remembers them. */
  boolean holdsForOtherReasons(UUID position, String reasons) {
    PositionRow row = rows.find(PositionRow.class, position);
    boolean others = !row.holdReasons().equals(Optional.of(reasons));
    row.holdReasons(reasons);
    return others;
  }

  private FillRow write(PositionRow row, boolean first, Fill fill, String reason, String basis) {
    List<Fill> fills = first ? new ArrayList<>() : new ArrayList<>(fills(row.id()));
    PositionFold before = PositionFold.of(fills);
    PositionFold after = before.with(fill);
    row.fold(after, reason, fill.at());
    if (after.quantity() == 0) {
      row.soldAt(fill.price(), basis, fill.at());
    }
    if (first) {
      rows.persist(row);
      rows.flush();
    }
    FillRow written =
        FillRow.of(
            row.id(), fills.size() + 1, fill, after.realizedPnl().subtract(before.realizedPnl()));
    rows.persist(written);
    return written;
  }
}
