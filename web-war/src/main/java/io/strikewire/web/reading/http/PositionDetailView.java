package io.strikewire.web.reading.http;

import io.strikewire.position.Fill;
import io.strikewire.position.Position;
import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A position with its executions. */
public record PositionDetailView(
    UUID id,
    @JsonbProperty("signal_id") UUID signalId,
    String portfolio,
    String symbol,
    @JsonbProperty("occ_symbol") String occSymbol,
    String direction,
    int quantity,
    @JsonbProperty("entry_price") BigDecimal entryPrice,
    @JsonbProperty("current_price") BigDecimal currentPrice,
    @JsonbProperty("price_basis") String priceBasis,
    @JsonbProperty("unrealized_pnl") BigDecimal unrealizedPnl,
    @JsonbProperty("realized_pnl") BigDecimal realizedPnl,
    @JsonbProperty("is_closed") boolean closed,
    @JsonbProperty("exit_reason") @Nullable String exitReason,
    @JsonbProperty("opened_at") Instant openedAt,
    @JsonbProperty("closed_at") @Nullable Instant closedAt,
    List<Fill> fills,
    List<String> marks,
    List<String> exits) {

  static PositionDetailView of(Position position, List<Fill> fills) {
    return new PositionDetailView(
        position.id(),
        position.signalId().value(),
        position.portfolio().name(),
        position.symbol().ticker(),
        position.contract().occSymbol(),
        position.contract().right().name(),
        position.quantity(),
        position.entryPrice(),
        position.currentPrice(),
        position.priceBasis(),
        position.unrealizedPnl(),
        position.realizedPnl(),
        position.isClosed(),
        position.exitReason().orElse(null),
        position.openedAt(),
        position.closedAt().orElse(null),
        fills,
        List.of(),
        List.of());
  }
}
