package io.strikewire.book.jpa;

import io.strikewire.option.OptionContract;
import io.strikewire.position.Fill.Side;
import io.strikewire.position.Market;
import io.strikewire.position.Order;
import io.strikewire.position.OrderProgress;
import io.strikewire.position.OrderState;
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

/** A row of {@code orders}. */
@NullUnmarked
@Entity(name = "OrderRow")
@Table(name = "orders")
class OrderRow {

  @Id
  @Column(name = "client_order_id")
  private String clientOrderId;

  private UUID id;

  @Column(name = "signal_id")
  private UUID signalId;

  @Column(name = "position_id")
  private UUID positionId;

  private String portfolio;
  private String symbol;

  @Column(name = "occ_symbol")
  private String occSymbol;

  private String side;
  private String reason;

  @Column(name = "limit_price")
  private BigDecimal limit;

  private int quantity;
  private int filled;
  private String state;
  private String note;
  private BigDecimal bid;
  private BigDecimal ask;
  private String basis;

  @Column(name = "priced_at")
  private Instant pricedAt;

  @Column(name = "cancel_reason")
  private String cancelReason;

  @Column(name = "replace_limit")
  private BigDecimal replacement;

  private boolean late;
  private int attempts;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  static OrderRow of(Order order) {
    OrderRow row = new OrderRow();
    row.clientOrderId = order.clientOrderId();
    row.id = order.id();
    row.signalId = order.signalId().map(SignalId::value).orElse(null);
    row.positionId = order.positionId();
    row.portfolio = order.portfolio().name();
    row.symbol = order.symbol().ticker();
    row.occSymbol = order.contract().occSymbol();
    row.side = order.side().name();
    row.reason = order.reason();
    row.limit = order.limit().orElse(null);
    row.quantity = order.quantity();
    row.bid = order.market().bid();
    row.ask = order.market().ask();
    row.basis = order.market().basis();
    row.pricedAt = order.market().at();
    row.createdAt = order.createdAt();
    row.update(order);
    return row;
  }

  /** Takes over what can change. */
  void update(Order order) {
    OrderProgress progress = order.progress();
    filled = progress.filled();
    state = progress.state().name();
    note = progress.note();
    cancelReason = progress.cancelReason().orElse(null);
    replacement = progress.replacement().orElse(null);
    late = progress.late();
    attempts = progress.attempts();
    sentAt = progress.sentAt().orElse(null);
    updatedAt = progress.updatedAt();
  }

  Order toOrder() {
    return new Order(
        clientOrderId,
        positionId,
        Optional.ofNullable(signalId).map(SignalId::new),
        new Portfolio(portfolio),
        new Symbol(symbol),
        OptionContract.parse(occSymbol).orElseThrow(),
        Side.valueOf(side),
        reason,
        Optional.ofNullable(limit),
        quantity,
        new Market(bid, ask, basis, pricedAt),
        createdAt,
        new OrderProgress(
            OrderState.valueOf(state),
            filled,
            note,
            Optional.ofNullable(cancelReason),
            Optional.ofNullable(replacement),
            late,
            attempts,
            Optional.ofNullable(sentAt),
            updatedAt));
  }
}
