package io.strikewire.market;

import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The market at one moment, as it was reported.
 *
 * @param id names the snapshot
 * @param ticker the instrument the report was computed on
 * @param price its price in USD, if given
 * @param timeframe bar size of the report; decides how long it stays fresh
 * @param vix the VIX index in points, above zero
 * @param regime volatility regime
 * @param trend trend of the market
 * @param bias -1 (bearish) to 1 (bullish)
 * @param asOf when it was true, by the sender's word
 * @param origin how it came to us; decides how it ages
 * @param source who said so
 * @param figures everything else that was said or computed
 */
public record MarketContext(
    UUID id,
    Symbol ticker,
    Optional<BigDecimal> price,
    Timeframe timeframe,
    double vix,
    VolatilityRegime regime,
    Trend trend,
    double bias,
    Instant asOf,
    Origin origin,
    String source,
    List<Figure> figures) {

  /** How a context came to us. */
  public enum Origin {
    /** A sender reported it. */
    PUSHED,
    /** It was asked for. */
    PULLED
  }

  public MarketContext {
    figures = List.copyOf(figures);
    if (!(vix > 0 && vix <= 1000)) {
      throw new IllegalArgumentException("VIX is above 0 and at most 1000 points, was " + vix);
    }
    if (!(bias >= -1 && bias <= 1)) {
      throw new IllegalArgumentException("bias is -1 to 1, was " + bias);
    }
  }

  /** A report without further figures. */
  public MarketContext(
      UUID id,
      Symbol ticker,
      Optional<BigDecimal> price,
      Timeframe timeframe,
      double vix,
      VolatilityRegime regime,
      Trend trend,
      double bias,
      Instant asOf) {
    this(
        id,
        ticker,
        price,
        timeframe,
        vix,
        regime,
        trend,
        bias,
        asOf,
        Origin.PUSHED,
        "webhook",
        List.of());
  }
}
