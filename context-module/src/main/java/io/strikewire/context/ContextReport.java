package io.strikewire.context;

import io.strikewire.market.MarketContext;
import io.strikewire.market.Trend;
import io.strikewire.market.VolatilityRegime;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.payload.PayloadReader;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A {@code CONTEXT} body, read: a market context, or everything that is wrong with it. */
public sealed interface ContextReport {

  /** How far a report's own time may lie ahead of ours. */
  Duration AHEAD = Duration.ofSeconds(60);

  /** A body that says all it must. */
  record Readable(MarketContext context) implements ContextReport {}

  /** A body with at least one mistake; nested fields are named by their path. */
  record Unreadable(List<Mistake> mistakes) implements ContextReport {
    public Unreadable {
      mistakes = List.copyOf(mistakes);
    }
  }

  /**
   * Reads a body. {@code ticker} (or {@code symbol}), {@code timeframe} and {@code volatility.vix}
   * (points, above 0, at most 1000) are required. Without them {@code timestamp} is {@code now},
   * {@code market.spy_trend} is neutral, {@code market.market_bias} is 0 and {@code
   * volatility.vix_regime} follows the VIX: below 15 low, above 30 high, else normal. A timestamp
   * more than 60 s ahead of {@code now} is a mistake. Every other number or word of {@code
   * volatility}, {@code market}, {@code opening_range}, {@code levels} and {@code breadth} is kept
   * as a figure.
   *
   * @param id names the snapshot
   */
  static ContextReport read(UUID id, Payload body, Instant now) {
    PayloadReader top = new PayloadReader(body);
    Optional<Symbol> ticker = top.required("a ticker", Symbol::parse, "ticker", "symbol");
    Optional<Timeframe> timeframe =
        top.required("a bar size such as 5m or 1h", Timeframe::parse, "timeframe");
    Optional<BigDecimal> price =
        top.parsed("a price in USD, above 0 and below 10^12", ContextWords::price, "price");
    Instant asOf = asOf(top, now);

    Section volatility = Section.of(body, "volatility");
    Optional<Double> vix =
        volatility.reader().required("VIX points above 0, at most 1000", ContextWords::vix, "vix");
    Optional<VolatilityRegime> regime =
        volatility
            .reader()
            .parsed("LOW_VOL, NORMAL or HIGH_VOL", ContextWords::regime, "vix_regime");

    Section market = Section.of(body, "market");
    Optional<Trend> trend =
        market.reader().parsed("BULLISH, BEARISH or NEUTRAL", ContextWords::trend, "spy_trend");
    Optional<Double> bias =
        market
            .reader()
            .parsed(
                "a number from -1 to 1, BULLISH, BEARISH or NEUTRAL",
                ContextWords::bias,
                "market_bias");

    List<Mistake> mistakes = new ArrayList<>(top.mistakes());
    mistakes.addAll(volatility.mistakes());
    mistakes.addAll(market.mistakes());
    ReportedFigures figures = ReportedFigures.read(body, asOf);
    mistakes.addAll(figures.mistakes());
    if (!mistakes.isEmpty()) {
      return new Unreadable(mistakes);
    }
    double points = vix.orElseThrow();
    return new Readable(
        new MarketContext(
            id,
            ticker.orElseThrow(),
            price,
            timeframe.orElseThrow(),
            points,
            regime.orElseGet(() -> ContextWords.regimeAt(points)),
            trend.orElse(Trend.NEUTRAL),
            bias.orElse(0.0),
            asOf,
            MarketContext.Origin.PUSHED,
            "webhook",
            figures.figures()));
  }

  private static Instant asOf(PayloadReader top, Instant now) {
    Instant asOf = top.instant("timestamp").orElse(now);
    if (asOf.isAfter(now.plus(AHEAD))) {
      top.mistake("timestamp", asOf, "a time at most " + AHEAD.toSeconds() + " s ahead of " + now);
    }
    return asOf;
  }
}
