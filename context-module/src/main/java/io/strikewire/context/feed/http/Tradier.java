package io.strikewire.context.feed.http;

import io.strikewire.context.feed.FeedUnavailable;
import io.strikewire.context.feed.MarketDataProvider;
import io.strikewire.context.feed.MarketQuotes;
import io.strikewire.context.history.DailyBar;
import io.strikewire.signal.Symbol;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Tradier: {@code quotes.quote[]} with {@code symbol}, {@code last} and {@code trade_date} in
 * milliseconds; {@code history.day[]}. Where there is only one, it is not in an array.
 */
final class Tradier implements MarketDataProvider {

  private final TradierApi api;
  private final String bearer;

  Tradier(TradierApi api, String key) {
    this.api = api;
    this.bearer = "Bearer " + key;
  }

  @Override
  public String name() {
    return "tradier";
  }

  @Override
  public MarketQuotes quotes() {
    JsonObject answer = ProviderAnswer.of(() -> api.quotes(bearer, "SPY,VIX"));
    List<JsonObject> quotes = all(ProviderAnswer.object(answer, "quotes").get("quote"));
    JsonObject spy = named(quotes, "SPY");
    JsonObject vix = named(quotes, "VIX");
    Instant asOf = earlier(traded(spy), traded(vix));
    try {
      return new MarketQuotes(
          ProviderAnswer.number(spy, "last").bigDecimalValue(),
          ProviderAnswer.number(vix, "last").doubleValue(),
          asOf);
    } catch (IllegalArgumentException noMarket) {
      throw new FeedUnavailable(String.valueOf(noMarket.getMessage()), noMarket);
    }
  }

  @Override
  public List<DailyBar> bars(Symbol symbol, LocalDate from, LocalDate to) {
    JsonObject answer =
        ProviderAnswer.of(
            () -> api.history(bearer, symbol.ticker(), "daily", from.toString(), to.toString()));
    if (!(answer.get("history") instanceof JsonObject history)) {
      return List.of();
    }
    return all(history.get("day")).stream().map(Tradier::bar).toList();
  }

  private static DailyBar bar(JsonObject bar) {
    try {
      LocalDate day = LocalDate.parse(bar.getString("date", ""));
      return ProviderAnswer.bar(day, bar, "open", "high", "low", "close", "volume");
    } catch (DateTimeException noDay) {
      throw new FeedUnavailable("the provider's answer has a bar without a date", noDay);
    }
  }

  private static JsonObject named(List<JsonObject> quotes, String symbol) {
    return quotes.stream()
        .filter(quote -> quote.getString("symbol", "").equals(symbol))
        .findFirst()
        .orElseThrow(() -> new FeedUnavailable("the provider's answer has no quote of " + symbol));
  }

  private static Instant traded(JsonObject quote) {
    return Instant.ofEpochMilli(ProviderAnswer.number(quote, "trade_date").longValue());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static List<JsonObject> all(JsonValue value) {
    if (value instanceof JsonArray many) {
      return many.stream()
          .filter(JsonObject.class::isInstance)
          .map(JsonObject.class::cast)
          .toList();
    }
    return value instanceof JsonObject one ? List.of(one) : List.of();
  }
}
