package io.strikewire.position;

import io.strikewire.archive.Page;
import io.strikewire.archive.PageRequest;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.SignalId;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The positions, as others may read them. */
public interface PositionBook {

  /**
   * Premium times 100 times contracts, in USD, over the portfolio's open positions and what is on
   * order to be bought.
   */
  BigDecimal openExposure(Portfolio portfolio);

  /** Positions, newest first. Filters: {@code status} is {@code open} or {@code closed}. */
  Page<Position> page(PageRequest request);

  /** One position. */
  Optional<Position> find(UUID id);

  /** The position a signal opened. */
  Optional<Position> openedBy(SignalId signal);

  /**
   * Whether a strategy's signal opened something in a symbol that is still open and not on order to
   * be sold.
   *
   * @param source whose strategy
   */
  boolean holds(Portfolio portfolio, Symbol symbol, String source, String strategy);

  /** A position's executions, oldest first. */
  List<Fill> fills(UUID positionId);

  /** A position's latest marks, newest first, at most 200. */
  List<Market> marks(UUID positionId);

  /** What was decided about leaving a position, newest first, at most 200. */
  List<ExitRecord> exits(UUID positionId);

  /** Sums over the whole book. */
  Totals totals();

  /** Sums in USD. */
  record Totals(
      int openPositions, BigDecimal exposure, BigDecimal unrealizedPnl, BigDecimal realizedPnl) {}
}
