package io.strikewire.decide;

import io.strikewire.gex.GexReading;
import io.strikewire.market.MarketContext;
import io.strikewire.market.Snapshot;
import io.strikewire.market.VolatilityRegime;
import io.strikewire.signal.Direction;

/**
 * Confidence in points of 0 to 100: base, then context, positioning, gamma exposure, confluence and
 * indicator, each within its own bounds, and the sum clamped.
 */
record Confidence(
    double base,
    double context,
    double positioning,
    double gex,
    double gexWeight,
    double confluence,
    double indicator,
    double total) {

  private static final double CALM_VIX = 15;
  static final double NERVOUS_VIX = 30;
  private static final double STRONG_BIAS = 0.5;
  private static final double HIGH_CONFLUENCE = 0.7;

  static Confidence of(
      Direction side,
      Snapshot<MarketContext> market,
      Snapshot<GexReading> gex,
      double confluence,
      double indicator,
      DecisionSettings settings) {
    MarketContext reading = market.reading().orElseThrow();
    double context = clamp(context(side, reading), settings.contextRange());
    double positioning = clamp(positioning(reading.regime()), settings.positioningRange());
    if (market instanceof Snapshot.Stale<MarketContext>) {
      // What is no longer sure may warn, but not encourage.
      context = Math.min(context, 0);
      positioning = Math.min(positioning, 0);
    }
    double weight = gexWeight(gex, settings);
    double exposure = gexTerm(side, gex) * weight * settings.gexRange();
    double boost = confluence >= HIGH_CONFLUENCE ? 10 : 0;
    double sum = settings.baseConfidence() + context + positioning + exposure + boost + indicator;
    return new Confidence(
        settings.baseConfidence(),
        context,
        positioning,
        exposure,
        weight,
        boost,
        indicator,
        Math.max(0, Math.min(100, sum)));
  }

  private static double context(Direction side, MarketContext market) {
    double points = market.vix() < CALM_VIX ? 5 : market.vix() > NERVOUS_VIX ? -10 : 0;
    if (market.trend().favours(side)) {
      points += 10;
    } else if (market.trend().opposes(side)) {
      points -= 20;
    }
    double bias = side == Direction.CALL ? market.bias() : -market.bias();
    return points + (bias > STRONG_BIAS ? 5 : bias < -STRONG_BIAS ? -5 : 0);
  }

  private static double positioning(VolatilityRegime regime) {
    return switch (regime) {
      case LOW_VOL -> 10;
      case HIGH_VOL -> -10;
      case NORMAL -> 0;
    };
  }

  private static double gexWeight(Snapshot<GexReading> gex, DecisionSettings settings) {
    if (gex instanceof Snapshot.Fresh<GexReading>) {
      return 1;
    }
    return gex instanceof Snapshot.Stale<GexReading> ? 1 - settings.gexStaleReduction() : 0;
  }

  /** Above zero when dealers' hedging favours the trade's side, below when it works against it. */
  private static double gexTerm(Direction side, Snapshot<GexReading> gex) {
    return gex.reading()
        .flatMap(
            reading ->
                reading
                    .direction()
                    .map(favoured -> favoured == side ? reading.strength() : -reading.strength()))
        .orElse(0.0);
  }

  private static double clamp(double points, double range) {
    return Math.max(-range, Math.min(range, points));
  }
}
