package io.strikewire.context.feed.http;

import io.strikewire.context.feed.FeedUnavailable;
import io.strikewire.context.feed.MarketDataProvider;
import io.strikewire.context.feed.MarketQuotes;
import io.strikewire.context.history.BarHistory;
import io.strikewire.context.history.DailyBar;
import io.strikewire.market.TradingCalendar;
import io.strikewire.signal.Symbol;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Polygon: {@code results[]} of snapshots, a stock's price in {@code last_trade.price}, an index's
 * in {@code value}, both with {@code last_updated} in nanoseconds; {@code results[]} of bars with
 * {@code t} in milliseconds.
 */
final class Polygon implements MarketDataProvider {

  private static final String VIX = "I:VIX";
  private static final int MOST_BARS = 5_000;
  private static final long NANOS = 1_000_000_000L;

  private final PolygonApi api;
  private final String bearer;

  Polygon(PolygonApi api, String key) {
    this.api = api;
    this.bearer = "Bearer " + key;
  }

  @Override
  public String name() {
    return "polygon";
  }

  @Override
  public MarketQuotes quotes() {
    List<JsonObject> results = results(ProviderAnswer.of(() -> api.snapshot(bearer, "SPY," + VIX)));
    JsonObject spy = ProviderAnswer.object(named(results, "SPY"), "last_trade");
    JsonObject vix = named(results, VIX);
    Instant spyAt = updated(spy);
    Instant vixAt = updated(vix);
    try {
      return new MarketQuotes(
          ProviderAnswer.number(spy, "price").bigDecimalValue(),
          ProviderAnswer.number(vix, "value").doubleValue(),
          spyAt.isBefore(vixAt) ? spyAt : vixAt);
    } catch (IllegalArgumentException noMarket) {
      throw new FeedUnavailable(String.valueOf(noMarket.getMessage()), noMarket);
    }
  }

  @Override
  public List<DailyBar> bars(Symbol symbol, LocalDate from, LocalDate to) {
    String ticker = symbol.equals(BarHistory.VIX) ? VIX : symbol.ticker();
    return results(
            ProviderAnswer.of(
                () -> api.bars(bearer, ticker, from.toString(), to.toString(), "asc", MOST_BARS)))
        .stream()
        .map(Polygon::bar)
        .toList();
  }

  private static DailyBar bar(JsonObject bar) {
    LocalDate day =
        Instant.ofEpochMilli(ProviderAnswer.number(bar, "t").longValue())
            .atZone(TradingCalendar.NEW_YORK)
            .toLocalDate();
    return ProviderAnswer.bar(day, bar, "o", "h", "l", "c", "v");
  }

  private static Instant updated(JsonObject snapshot) {
    long nanos = ProviderAnswer.number(snapshot, "last_updated").longValue();
    return Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS);
  }

  private static JsonObject named(List<JsonObject> results, String ticker) {
    return results.stream()
        .filter(result -> result.getString("ticker", "").equals(ticker))
        .findFirst()
        .orElseThrow(
            () -> new FeedUnavailable("the provider's answer has no snapshot of " + ticker));
  }

  private static List<JsonObject> results(JsonObject answer) {
    JsonValue results = answer.get("results");
    return results instanceof JsonArray many
        ? many.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList()
        : List.of();
  }
}
