package io.strikewire.web.reading.http;

import io.strikewire.market.TradingCalendar;
import io.strikewire.position.ExitRecord;
import io.strikewire.position.Fill;
import io.strikewire.position.Greeks;
import io.strikewire.position.MarkFreshness;
import io.strikewire.position.Market;
import io.strikewire.position.Order;
import io.strikewire.position.Position;
import io.strikewire.position.PositionBook;
import io.strikewire.web.trading.http.OrderView;
import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A position with its executions, marks, exit decisions and orders. */
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
    BigDecimal bid,
    BigDecimal ask,
    @JsonbProperty("marked_at") Instant markedAt,
    @JsonbProperty("mark_age_seconds") long markAgeSeconds,
    @JsonbProperty("mark_fresh") boolean markFresh,
    @JsonbProperty("liquidation_value") BigDecimal liquidationValue,
    @JsonbProperty("best_price") BigDecimal bestPrice,
    @JsonbProperty("days_to_expiry") long daysToExpiry,
    @Nullable Greeks greeks,
    @JsonbProperty("unrealized_pnl") BigDecimal unrealizedPnl,
    @JsonbProperty("realized_pnl") BigDecimal realizedPnl,
    @JsonbProperty("is_closed") boolean closed,
    @JsonbProperty("exit_reason") @Nullable String exitReason,
    @JsonbProperty("opened_at") Instant openedAt,
    @JsonbProperty("closed_at") @Nullable Instant closedAt,
    List<Fill> fills,
    List<MarkView> marks,
    List<ExitView> exits,
    List<OrderView> orders) {

  /** What it was worth once, in USD per share. */
  public record MarkView(
      BigDecimal price, BigDecimal bid, BigDecimal ask, String basis, Instant at) {
    static MarkView of(Market market) {
      return new MarkView(market.mid(), market.bid(), market.ask(), market.basis(), market.at());
    }
  }

  /** What was decided about leaving it. */
  public record ExitView(
      UUID id,
      String decision,
      @Nullable String reason,
      int contracts,
      List<String> reasoning,
      @JsonbProperty("created_at") Instant at) {
    static ExitView of(ExitRecord exit) {
      return new ExitView(
          exit.id(),
          exit.decision(),
          exit.reason().orElse(null),
          exit.contracts(),
          exit.reasoning(),
          exit.at());
    }
  }

  static PositionDetailView of(
      Position position,
      PositionBook book,
      List<Order> orders,
      Optional<Greeks> greeks,
      MarkFreshness freshness,
      Instant now) {
    PositionView listed = PositionView.of(position, freshness, now);
    return new PositionDetailView(
        listed.id(),
        listed.signalId(),
        listed.portfolio(),
        listed.symbol(),
        listed.occSymbol(),
        listed.direction(),
        listed.quantity(),
        listed.entryPrice(),
        listed.currentPrice(),
        listed.priceBasis(),
        listed.bid(),
        listed.ask(),
        listed.markedAt(),
        listed.markAgeSeconds(),
        listed.markFresh(),
        listed.liquidationValue(),
        position.bestPrice(),
        ChronoUnit.DAYS.between(
            now.atZone(TradingCalendar.NEW_YORK).toLocalDate(), position.contract().expiration()),
        greeks.orElse(null),
        listed.unrealizedPnl(),
        listed.realizedPnl(),
        listed.closed(),
        listed.exitReason(),
        listed.openedAt(),
        listed.closedAt(),
        book.fills(position.id()),
        book.marks(position.id()).stream().map(MarkView::of).toList(),
        book.exits(position.id()).stream().map(ExitView::of).toList(),
        orders.stream().map(OrderView::of).toList());
  }
}
