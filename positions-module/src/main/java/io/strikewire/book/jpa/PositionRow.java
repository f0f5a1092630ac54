package io.strikewire.book.jpa;

import io.strikewire.book.PositionFold;
import io.strikewire.option.OptionContract;
import io.strikewire.position.Market;
import io.strikewire.position.Order;
import io.strikewire.position.Position;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.SignalId;
import io.strikewire.signal.Symbol;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
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

  @Column(name = "mark_bid")
  private BigDecimal markBid;

  @Column(name = "mark_ask")
  private BigDecimal markAsk;

  @Column(name = "marked_at")
  private Instant markedAt;

  @Column(name = "best_price")
  private BigDecimal bestPrice;

  @Column(name = "hold_reasons")
  private String holdReasons;

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

  /** A position as the first execution of its entry order finds it: nothing is bought yet. */
  static PositionRow of(Order entry, Instant openedAt) {
    PositionRow row = new PositionRow();
    row.id = entry.positionId();
    row.signalId = entry.signalId().orElseThrow().value();
    row.portfolio = entry.portfolio().name();
    row.symbol = entry.symbol().ticker();
    row.occSymbol = entry.contract().occSymbol();
    row.direction = entry.contract().right().name();
    row.bestPrice = entry.market().bid();
    row.openedAt = openedAt;
    row.price(entry.market());
    return row;
  }

  /** Takes over what its fills add up to. */
  void fold(PositionFold fold, String reason, Instant at) {
    quantity = fold.quantity();
    entryPrice = fold.entryPrice();
    realizedPnl = fold.realizedPnl();
    closed = fold.quantity() == 0;
    exitReason = closed ? reason : null;
    closedAt = closed ? at : null;
    revalue();
  }

  /** Takes over a newer market. */
  void mark(Market market) {
    price(market);
    bestPrice = bestPrice.max(market.bid());
    revalue();
  }

  /** What it was sold at last. */
  void soldAt(BigDecimal price, String basis, Instant at) {
    price(new Market(price, price, basis, at));
    revalue();
  }

  Optional<String> holdReasons() {
    return Optional.ofNullable(holdReasons);
  }

  void holdReasons(String reasons) {
    holdReasons = reasons;
  }

  private void price(Market market) {
    currentPrice = market.mid();
    priceBasis = market.basis();
    markBid = market.bid();
    markAsk = market.ask();
    markedAt = market.at();
  }

  private void revalue() {
    unrealizedPnl =
        currentPrice
            .subtract(entryPrice)
            .multiply(BigDecimal.valueOf((long) quantity * OptionContract.MULTIPLIER))
            .setScale(2, RoundingMode.HALF_UP);
  }

  UUID id() {
    return id;
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
        new Market(markBid, markAsk, priceBasis, markedAt),
        bestPrice,
        unrealizedPnl,
        realizedPnl,
        Optional.ofNullable(exitReason),
        openedAt,
        Optional.ofNullable(closedAt));
  }
}
