package io.strikewire.book.jpa;

import io.strikewire.archive.Page;
import io.strikewire.archive.PageRequest;
import io.strikewire.book.ExitPrice;
import io.strikewire.book.PositionFold;
import io.strikewire.position.Fill;
import io.strikewire.position.Position;
import io.strikewire.position.PositionBook;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.SignalId;
import io.strikewire.signal.Symbol;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The positions and their fills. Writes join the caller's transaction. */
@Stateless
@LocalBean
@Local(PositionBook.class)
public class Ledger implements PositionBook {

  private static final String TOTALS =
      """
      SELECT count(p), coalesce(sum(p.entryPrice * p.quantity * 100), 0),
             coalesce(sum(p.unrealizedPnl), 0)
      FROM PositionRow p WHERE p.closed = false
      """;

  @PersistenceContext(unitName = "positions")
  private EntityManager rows;

  /** Writes a new position with the fill that opened it. One signal opens at most one. */
  public void open(Position position, Fill fill) {
    rows.persist(PositionRow.of(position));
    rows.flush();
    rows.persist(FillRow.of(position.id(), 1, fill));
    rows.flush();
  }

  /** What is open in a symbol, on one side or both, oldest first. */
  public List<Position> open(Portfolio portfolio, Symbol symbol, Optional<Direction> side) {
    return rows.createQuery(
            """
            FROM PositionRow p WHERE p.closed = false AND p.portfolio = :portfolio
              AND p.symbol = :symbol AND p.direction IN :sides ORDER BY p.openedAt, p.id
            """,
            PositionRow.class)
        .setParameter("portfolio", portfolio.name())
        .setParameter("symbol", symbol.ticker())
        .setParameter(
            "sides", side.map(Enum::name).map(List::of).orElseGet(() -> List.of("CALL", "PUT")))
        .getResultStream()
        .map(PositionRow::toPosition)
        .toList();
  }

  /** Writes the fill that closes a position and what it leaves. */
  public Position close(Position position, Fill fill, ExitPrice price, String reason) {
    List<Fill> fills = new ArrayList<>(fills(position.id()));
    fills.add(fill);
    rows.persist(FillRow.of(position.id(), fills.size(), fill));
    PositionRow row = rows.find(PositionRow.class, position.id());
    row.close(PositionFold.of(fills), fill.price(), price.basis(), reason, fill.at());
    rows.flush();
    return row.toPosition();
  }

  @Override
  public BigDecimal openExposure(Portfolio portfolio) {
    return rows.createQuery(
            """
            SELECT coalesce(sum(p.entryPrice * p.quantity * 100), 0) FROM PositionRow p
            WHERE p.closed = false AND p.portfolio = :portfolio
            """,
            BigDecimal.class)
        .setParameter("portfolio", portfolio.name())
        .getSingleResult();
  }

  @Override
  public Page<Position> page(PageRequest request) {
    return PositionPage.read(rows, request);
  }

  @Override
  public Optional<Position> find(UUID id) {
    return Optional.ofNullable(rows.find(PositionRow.class, id)).map(PositionRow::toPosition);
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
    return rows.createQuery(
            "FROM FillRow f WHERE f.positionId = :position ORDER BY f.at, f.side", FillRow.class)
        .setParameter("position", positionId)
        .getResultStream()
        .map(FillRow::toFill)
        .toList();
  }

  @Override
  public Totals totals() {
    Object[] open = rows.createQuery(TOTALS, Object[].class).getSingleResult();
    BigDecimal realized =
        rows.createQuery(
                "SELECT coalesce(sum(p.realizedPnl), 0) FROM PositionRow p", BigDecimal.class)
            .getSingleResult();
    return new Totals(
        ((Number) open[0]).intValue(), (BigDecimal) open[1], (BigDecimal) open[2], realized);
  }
}
