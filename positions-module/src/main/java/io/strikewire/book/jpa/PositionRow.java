package io.strikewire.book.jpa;

import io.strikewire.book.PositionFold;
import io.strikewire.option.OptionContract;
import io.strikewire.position.Position;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.SignalId;
import io.strikewire.signal.Symbol;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code positions}. */
@NullUnmarked
@Entity(name = "PositionRow")
@Table(name = "positions")
class PositionRow {

  @Id private UUID id;

  @Column(name = "signal_id")
  private UUID signalId;

  private String portfolio;
  private String symbol;

  @Column(name = "occ_symbol")
  private String occSymbol;

  private String direction;
  private int quantity;

  @Column(name = "entry_price")
  private BigDecimal entryPrice;

  @Column(name = "current_price")
  private BigDecimal currentPrice;

  @Column(name = "price_basis")
  private String priceBasis;

  @Column(name = "unrealized_pnl")
  private BigDecimal unrealizedPnl;

  @Column(name = "realized_pnl")
  private BigDecimal realizedPnl;

  @Column(name = "is_closed")
  private boolean closed;

  @Column(name = "exit_reason")
  private String exitReason;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  static PositionRow of(Position position) {
    PositionRow row = new PositionRow();
    row.id = position.id();
    row.signalId = position.signalId().value();
    row.portfolio = position.portfolio().name();
    row.symbol = position.symbol().ticker();
    row.occSymbol = position.contract().occSymbol();
    row.direction = position.contract().right().name();
    row.quantity = position.quantity();
    row.entryPrice = position.entryPrice();
    row.currentPrice = position.currentPrice();
    row.priceBasis = position.priceBasis();
    row.unrealizedPnl = position.unrealizedPnl();
    row.realizedPnl = position.realizedPnl();
    row.openedAt = position.openedAt();
    return row;
  }

  void close(PositionFold fold, BigDecimal price, String basis, String reason, Instant at) {
    quantity = fold.quantity();
    currentPrice = price;
    priceBasis = basis;
    unrealizedPnl = fold.unrealizedPnl(price);
    realizedPnl = fold.realizedPnl();
    closed = true;
    exitReason = reason;
    closedAt = at;
  }

  Position toPosition() {
    return new Position(
        id,
        new SignalId(signalId),
        new Portfolio(portfolio),
        new Symbol(symbol),
        OptionContract.parse(occSymbol).orElseThrow(),
        quantity,
        entryPrice,
        currentPrice,
        priceBasis,
        unrealizedPnl,
        realizedPnl,
        Optional.ofNullable(exitReason),
        openedAt,
        Optional.ofNullable(closedAt));
  }
}
