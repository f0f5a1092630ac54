package io.strikewire.web.reading.http;

import io.strikewire.market.Figure;
import io.strikewire.market.MarketContext;
import io.strikewire.market.MarketDataMode;
import io.strikewire.market.Snapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The market context and its age; when it is missing there is only {@code why}. */
public record ContextView(
    String freshness,
    @Nullable Long ageSeconds,
    @Nullable String why,
    @Nullable UUID id,
    @Nullable String ticker,
    @Nullable BigDecimal price,
    @Nullable String timeframe,
    @Nullable Double vix,
    @Nullable String regime,
    @Nullable String trend,
    @Nullable Double bias,
    @Nullable Instant asOf,
    @Nullable String origin,
    @Nullable String source,
    @Nullable List<Figure> figures,
    String mode) {

  /** The context as it stands, under this mode. */
  public static ContextView of(Snapshot<MarketContext> snapshot, MarketDataMode mode) {
    if (snapshot instanceof Snapshot.Fresh<MarketContext> fresh) {
      return of("FRESH", fresh.value(), fresh.age(), mode);
    }
    if (snapshot instanceof Snapshot.Stale<MarketContext> stale) {
      return of("STALE", stale.value(), stale.age(), mode);
    }
    String why = ((Snapshot.Missing<MarketContext>) snapshot).why();
    return new ContextView(
        "MISSING",
        null,
        why,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        mode.name());
  }

  private static ContextView of(
      String freshness, MarketContext context, Duration age, MarketDataMode mode) {
    return new ContextView(
        freshness,
        age.toSeconds(),
        null,
        context.id(),
        context.ticker().ticker(),
        context.price().orElse(null),
        context.timeframe().toString(),
        context.vix(),
        context.regime().name(),
        context.trend().name(),
        context.bias(),
        context.asOf(),
        context.origin().name(),
        context.source(),
        context.figures(),
        mode.name());
  }
}
