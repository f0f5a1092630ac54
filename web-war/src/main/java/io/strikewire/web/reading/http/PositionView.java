package io.strikewire.web.reading.http;

import io.strikewire.position.MarkFreshness;
import io.strikewire.position.Position;
import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A position in a list. */
public record PositionView(
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
    BigDecimal bid,
    BigDecimal ask,
    @JsonbProperty("marked_at") Instant markedAt,
    @JsonbProperty("mark_age_seconds") long markAgeSeconds,
    @JsonbProperty("mark_fresh") boolean markFresh,
    @JsonbProperty("liquidation_value") BigDecimal liquidationValue,
    @JsonbProperty("unrealized_pnl") BigDecimal unrealizedPnl,
    @JsonbProperty("realized_pnl") BigDecimal realizedPnl,
    @JsonbProperty("is_closed") boolean closed,
    @JsonbProperty("exit_reason") @Nullable String exitReason,
    @JsonbProperty("opened_at") Instant openedAt,
    @JsonbProperty("closed_at") @Nullable Instant closedAt) {

  static PositionView of(Position position, MarkFreshness freshness, Instant now) {
    return new PositionView(
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
        position.mark().bid(),
        position.mark().ask(),
        position.mark().at(),
        position.markAge(now).toSeconds(),
        position.isClosed() || freshness.isFresh(position, now),
        position.liquidationValue(),
        position.unrealizedPnl(),
        position.realizedPnl(),
        position.isClosed(),
        position.exitReason().orElse(null),
        position.openedAt(),
        position.closedAt().orElse(null));
  }
}
