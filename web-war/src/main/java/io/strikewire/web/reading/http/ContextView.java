package io.strikewire.web.reading.http;

import io.strikewire.market.MarketContext;
import io.strikewire.market.Snapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
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
    @Nullable Instant asOf) {

  static ContextView of(Snapshot<MarketContext> snapshot) {
    if (snapshot instanceof Snapshot.Fresh<MarketContext> fresh) {
      return of("FRESH", fresh.value(), fresh.age());
    }
    if (snapshot instanceof Snapshot.Stale<MarketContext> stale) {
      return of("STALE", stale.value(), stale.age());
    }
    String why = ((Snapshot.Missing<MarketContext>) snapshot).why();
    return new ContextView(
        "MISSING", null, why, null, null, null, null, null, null, null, null, null);
  }

  private static ContextView of(String freshness, MarketContext context, Duration age) {
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
        context.asOf());
  }
}
