package io.strikewire.context.feed;

import io.strikewire.context.Computed;
import io.strikewire.context.history.BarHistory;
import io.strikewire.context.history.MarketPicture;
import io.strikewire.market.Figure;
import io.strikewire.market.MarketContext;
import io.strikewire.market.Trend;
import io.strikewire.market.VolatilityRegime;
import io.strikewire.signal.Timeframe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes a market context of a provider's market. */
public final class PulledContext {

  private static final Timeframe MINUTE = new Timeframe(Duration.ofMinutes(1));
  private static final double LOW_BELOW = 15;
  private static final double HIGH_ABOVE = 30;

  private PulledContext() {}

  /**
   * The context, computed over the bars' picture; without one the trend is neutral and the regime
   * follows the VIX alone. The same answer of the same provider has the same name.
   */
  public static MarketContext of(
      String provider, CoalescedQuotes.Answer.Market market, Optional<MarketPicture> picture) {
    MarketQuotes quotes = market.quotes();
    Instant fetched = market.fetchedAt();
    MarketContext plain =
        new MarketContext(
            UUID.nameUUIDFromBytes((provider + fetched).getBytes(StandardCharsets.UTF_8)),
            BarHistory.MARKET,
            Optional.of(quotes.price()),
            MINUTE,
            quotes.vix(),
            regime(quotes.vix()),
            Trend.NEUTRAL,
            0,
            fetched,
            MarketContext.Origin.PULLED,
            provider,
            List.of(
                new Figure("quote.spy", quotes.price().toPlainString(), provider, quotes.asOf()),
                new Figure("quote.vix", String.valueOf(quotes.vix()), provider, quotes.asOf())));
    return picture.map(seen -> Computed.over(plain, seen)).orElse(plain);
  }

  private static VolatilityRegime regime(double vix) {
    return vix < LOW_BELOW
        ? VolatilityRegime.LOW_VOL
        : vix > HIGH_ABOVE ? VolatilityRegime.HIGH_VOL : VolatilityRegime.NORMAL;
  }
}
