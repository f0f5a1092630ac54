package io.strikewire.book.jpa;

import io.strikewire.archive.Page;
import io.strikewire.archive.PageRequest;
import io.strikewire.market.TradingCalendar;
import io.strikewire.performance.Performance;
import io.strikewire.position.ExitRecord;
import io.strikewire.position.Fill;
import io.strikewire.position.Market;
import io.strikewire.position.Order;
import io.strikewire.position.OrderBook;
import io.strikewire.position.PerformanceBook;
import io.strikewire.position.Position;
import io.strikewire.position.PositionBook;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.SignalId;
import io.strikewire.signal.Symbol;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads the book: positions, fills, orders, marks, exits, sums. */
@Stateless
@LocalBean
@Local({PositionBook.class, OrderBook.class, PerformanceBook.class})
public class Ledger implements PositionBook, OrderBook, PerformanceBook {

  private static final String TOTALS =
      """
      SELECT count(p), coalesce(sum(p.entryPrice * p.quantity * 100), 0),
             coalesce(sum(p.unrealizedPnl), 0)
      FROM PositionRow p WHERE p.closed = false
      """;

  private static final String HELD_BY_STRATEGY =
      """
      SELECT EXISTS (
        SELECT 1 FROM positions p JOIN signals s ON s.id = p.signal_id
        WHERE NOT p.is_closed AND p.portfolio = :portfolio AND p.symbol = :symbol
          AND s.source = :source
          AND coalesce(s.metadata ->> 'strategy', s.metadata ->> 'strategy_name',
            s.metadata ->> 'alert_id', s.metadata ->> 'alert_name') = :strategy
          AND NOT EXISTS (
            SELECT 1 FROM orders o WHERE o.position_id = p.id AND o.side = 'SELL'
              AND o.state IN ('NEW', 'SENT', 'UNKNOWN', 'PARTIALLY_FILLED')))
      """;

  private static final Keyset<PositionRow, Position> POSITIONS =
      new Keyset<>(
          PositionRow.class, "openedAt", PositionRow::toPosition, Position::openedAt, Position::id);
  private static final Keyset<OrderRow, Order> ORDERS =
      new Keyset<>(OrderRow.class, "createdAt", OrderRow::toOrder, Order::createdAt, Order::id);

  @PersistenceContext(unitName = "positions")
  private EntityManager rows;

  @Inject private TradingCalendar calendar;

  /** For the container. */
  public Ledger() {}

  Ledger(EntityManager rows, TradingCalendar calendar) {
    this.rows = rows;
    this.calendar = calendar;
  }

  /** Portfolios in which something is open. */
  public List<Portfolio> invested() {
    return new Holdings(rows).invested();
  }

  /** What is open in a portfolio, oldest first. */
  public List<Position> open(Portfolio portfolio) {
    return new Holdings(rows).open(portfolio);
  }

  @Override
  public BigDecimal openExposure(Portfolio portfolio) {
    return new RiskRows(rows).exposure(portfolio);
  }

  @Override
  public Page<Position> page(PageRequest request) {
    return POSITIONS.read(
        rows,
        request,
        status -> new Keyset.Status("r.closed = :closed", status.equalsIgnoreCase("closed")));
  }

  @Override
  public Page<Order> page(OrderRequest request) {
    return ORDERS.read(
        rows,
        request.page(),
        status -> new Keyset.Status("r.state = :state", status.toUpperCase(Locale.ROOT)));
  }

  @Override
  public Optional<Position> find(UUID id) {
    return new Holdings(rows).find(id);
  }

  @Override
  public Optional<Order> order(UUID id) {
    return orders().find(id);
  }

  @Override
  public List<Order> ordersOf(UUID positionId) {
    return orders().of(positionId).orders();
  }

  @Override
  public boolean holds(Portfolio portfolio, Symbol symbol, String source, String strategy) {
    return Sql.of(rows, HELD_BY_STRATEGY)
        .with("portfolio", portfolio.name())
        .with("symbol", symbol.ticker())
        .with("source", source)
        .with("strategy", strategy)
        .value(Boolean.class)
        .orElseThrow();
  }

  @Override
  public Optional<Position> openedBy(SignalId signal) {
    return rows.createQuery("FROM PositionRow p WHERE p.signalId = :signal", PositionRow.class)
        .setParameter("signal", signal.value())
        .getResultStream()
        .findFirst()
        .map(PositionRow::toPosition);
  }

  @Override
  public List<Fill> fills(UUID positionId) {
    return new Holdings(rows).fills(positionId);
  }

  @Override
  public List<Market> marks(UUID positionId) {
    return new BookReports(rows).marks(positionId);
  }

  @Override
  public List<ExitRecord> exits(UUID positionId) {
    return find(positionId).stream()
        .flatMap(position -> new BookReports(rows).exits(position, calendar).stream())
        .toList();
  }

  @Override
  public Report performance() {
    BookReports reports = new BookReports(rows);
    return Performance.of(
        reports.trades(),
        reports.realizedByFill(),
        reports.realizedByDay(),
        totals().unrealizedPnl());
  }

  @Override
  public Totals totals() {
    Object[] open = rows.createQuery(TOTALS, Object[].class).getSingleResult();
    BigDecimal realized =
        Sql.of(rows, "SELECT coalesce(sum(realized), 0) FROM position_totals")
            .value(BigDecimal.class)
            .orElseThrow();
    return new Totals(
        ((Number) open[0]).intValue(), (BigDecimal) open[1], (BigDecimal) open[2], realized);
  }

  private Orders orders() {
    return new Orders(rows, changed -> {});
  }
}
