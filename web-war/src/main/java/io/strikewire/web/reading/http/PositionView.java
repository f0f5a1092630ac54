package io.strikewire.web.reading.http;

import io.strikewire.market.TradingCalendar;
import io.strikewire.position.ExitRecord;
import io.strikewire.position.Fill;
import io.strikewire.position.Greeks;
import io.strikewire.position.MarkFreshness;
import io.strikewire.position.Market;
import io.strikewire.position.Order;
import io.strikewire.position.Position;
import io.strikewire.web.trading.http.OrderView;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A position; in lists its greeks, executions, marks, exits and orders are left out. */
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
    @JsonbProperty("best_price") BigDecimal bestPrice,
    @JsonbProperty("days_to_expiry") long daysToExpiry,
    @JsonbProperty("unrealized_pnl") BigDecimal unrealizedPnl,
    @JsonbProperty("realized_pnl") BigDecimal realizedPnl,
    @JsonbProperty("is_closed") boolean closed,
    @JsonbProperty("exit_reason") @JsonbNillable @Nullable String exitReason,
    @JsonbProperty("opened_at") Instant openedAt,
    @JsonbProperty("closed_at") @JsonbNillable @Nullable Instant closedAt,
    @Nullable Greeks greeks,
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
      @Nullable Integer priority,
      int contracts,
      List<String> reasoning,
      BigDecimal price,
      @JsonbProperty("price_basis") String priceBasis,
      @JsonbProperty("unrealized_pnl") BigDecimal unrealizedPnl,
      Map<String, String> inputs,
      String counterfactual,
      @JsonbProperty("rules_version") String rulesVersion,
      @JsonbProperty("settings_version") String settingsVersion,
      @JsonbProperty("created_at") Instant at) {
    static ExitView of(ExitRecord exit) {
      return new ExitView(
          exit.id(),
          exit.decision(),
          exit.reason().orElse(null),
          exit.priority().orElse(null),
          exit.contracts(),
          exit.reasoning(),
          exit.value().bid(),
          exit.value().basis(),
          exit.value().unrealizedPnl(),
          exit.inputs(),
          exit.counterfactual(),
          exit.rulesVersion(),
          exit.settingsVersion(),
          exit.at());
    }
  }

  /** All that belongs to a position. */
  record Details(
      @Nullable Greeks greeks,
      List<Fill> fills,
      List<Market> marks,
      List<ExitRecord> exits,
      List<Order> orders) {

    private static final Details NONE =
        new Details(null, List.of(), List.of(), List.of(), List.of());
  }

  static PositionView listed(Position position, MarkFreshness freshness, Instant now) {
    return of(position, Details.NONE, freshness, now);
  }

  static PositionView of(Position position, Details details, MarkFreshness freshness, Instant now) {
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
        position.bestPrice(),
        ChronoUnit.DAYS.between(
            now.atZone(TradingCalendar.NEW_YORK).toLocalDate(), position.contract().expiration()),
        position.unrealizedPnl(),
        position.realizedPnl(),
        position.isClosed(),
        position.exitReason().orElse(null),
        position.openedAt(),
        position.closedAt().orElse(null),
        details.greeks(),
        details.fills(),
        details.marks().stream().map(MarkView::of).toList(),
        details.exits().stream().map(ExitView::of).toList(),
        details.orders().stream().map(OrderView::of).toList());
  }
}
