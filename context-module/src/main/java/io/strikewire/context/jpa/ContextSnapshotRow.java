package io.strikewire.context.jpa;

import io.strikewire.market.MarketContext;
import io.strikewire.market.Trend;
import io.strikewire.market.VolatilityRegime;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
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
import org.jspecify.annotations.Nullable;

/** A market context as the database keeps it: prices to six decimals, times to the microsecond. */
@Entity
@Table(name = "context_snapshots")
@NullUnmarked
class ContextSnapshotRow {

  private static final int PRICE_DECIMALS = 6;

  @Id private UUID id;
  private String ticker;
  private @Nullable BigDecimal price;
  private String timeframe;
  private double vix;
  private String regime;
  private String trend;
  private double bias;
  private String origin;
  private String source;
  private String figures;

  @Column(name = "as_of")
  private Instant asOf;

  @Column(name = "created_at")
  private Instant createdAt;

  protected ContextSnapshotRow() {}

  static ContextSnapshotRow of(MarketContext context, Instant createdAt) {
    ContextSnapshotRow row = new ContextSnapshotRow();
    row.id = context.id();
    row.ticker = context.ticker().ticker();
    row.price =
        context
            .price()
            .map(usd -> usd.setScale(PRICE_DECIMALS, RoundingMode.HALF_EVEN))
            .orElse(null);
    row.timeframe = context.timeframe().toString();
    row.vix = context.vix();
    row.regime = context.regime().name();
    row.trend = context.trend().name();
    row.bias = context.bias();
    row.asOf = context.asOf();
    row.origin = context.origin().name();
    row.source = context.source();
    row.figures = FigureLines.write(context.figures());
    row.createdAt = createdAt;
    return row;
  }

  MarketContext toContext() {
    return new MarketContext(
        id,
        new Symbol(ticker),
        Optional.ofNullable(price),
        Timeframe.parse(timeframe)
            .orElseThrow(() -> new IllegalStateException("timeframe of context " + id)),
        vix,
        VolatilityRegime.valueOf(regime),
        Trend.valueOf(trend),
        bias,
        asOf,
        MarketContext.Origin.valueOf(origin),
        source,
        FigureLines.read(figures));
  }
}
