package io.strikewire.web.health.http;

import io.strikewire.market.MarketDataFeed;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The provider that market contexts are pulled from, and what became of the requests. */
public record FeedView(
    String provider,
    long fetched,
    long failed,
    long answeredWithoutRequest,
    @Nullable Long ageSeconds,
    @Nullable String lastFailure) {

  static FeedView of(MarketDataFeed.State state) {
    return new FeedView(
        state.provider(),
        state.fetched(),
        state.failed(),
        state.answered(),
        state.age().map(Duration::toSeconds).orElse(null),
        state.lastFailure().orElse(null));
  }
}
