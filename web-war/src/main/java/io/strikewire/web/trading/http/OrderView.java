package io.strikewire.web.trading.http;

import io.strikewire.position.Order;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order. */
public record OrderView(
    UUID id,
    @JsonbProperty("client_order_id") String clientOrderId,
    @JsonbProperty("signal_id") @JsonbNillable @Nullable UUID signalId,
    @JsonbProperty("position_id") UUID positionId,
    String portfolio,
    String symbol,
    @JsonbProperty("occ_symbol") String occSymbol,
    String side,
    String reason,
    String type,
    @JsonbProperty("limit_price") @JsonbNillable @Nullable BigDecimal limit,
    int quantity,
    int filled,
    String status,
    String note,
    BigDecimal bid,
    BigDecimal ask,
    @JsonbProperty("price_basis") String basis,
    @JsonbProperty("cancel_reason") @JsonbNillable @Nullable String cancelReason,
    boolean late,
    int attempts,
    @JsonbProperty("created_at") Instant createdAt,
    @JsonbProperty("sent_at") @JsonbNillable @Nullable Instant sentAt,
    @JsonbProperty("updated_at") Instant updatedAt) {

  /** The order as callers see it. */
  public static OrderView of(Order order) {
    return new OrderView(
        order.id(),
        order.clientOrderId(),
        order.signalId().map(signal -> signal.value()).orElse(null),
        order.positionId(),
        order.portfolio().name(),
        order.symbol().ticker(),
        order.contract().occSymbol(),
        order.side().name(),
        order.reason(),
        order.limit().isPresent() ? "LIMIT" : "MARKET",
        order.limit().orElse(null),
        order.quantity(),
        order.filled(),
        order.state().name(),
        order.note(),
        order.market().bid(),
        order.market().ask(),
        order.market().basis(),
        order.cancelReason().orElse(null),
        order.late(),
        order.progress().attempts(),
        order.createdAt(),
        order.progress().sentAt().orElse(null),
        order.updatedAt());
  }
}
