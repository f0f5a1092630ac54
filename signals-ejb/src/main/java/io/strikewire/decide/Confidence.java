package io.strikewire.decide;

import io.strikewire.confluence.Confluence;
import io.strikewire.decide.DecisionSettings.ConfidenceSettings;
import io.strikewire.gex.GexReading;
import io.strikewire.market.MarketContext;
import io.strikewire.market.Snapshot;
import io.strikewire.market.VolatilityRegime;
import io.strikewire.signal.Direction;
import java.math.BigDecimal;

/**
 * Confidence in points of 0 to 100: base, then context, positioning, gamma exposure, confluence and
 * indicator, each within its own bounds, and the sum clamped to 0 and the cap.
 *
 * @param gexStrength of gamma exposure, above zero when it favours the trade's side
 * @param gexWeight 1 when fresh, less when stale, 0 when missing
 * @param gexRange what full strength adds
 * @param cap most that the sender's grade allows, at most 100
 */
record Confidence(
    double base,
    double context,
    double positioning,
    double gexStrength,
    double gexWeight,
    double gexRange,
    double boost,
    double indicator,
    double cap) {

  private static final double CALM_VIX = 15;
  static final double NERVOUS_VIX = 30;
  private static final double STRONG_BIAS = 0.5;
  private static final double CONFLUENCE_BOOST = 10;

  static Confidence of(
      Direction side,
      Snapshot<MarketContext> market,
      MarketContext reading,
      Snapshot<GexReading> gex,
      Confluence confluence,
      double indicator,
      double cap,
      ConfidenceSettings settings) {
    double context = clamp(context(side, reading), settings.contextRange());
    double positioning = clamp(positioning(reading.regime()), settings.positioningRange());
    if (market instanceof Snapshot.Stale<MarketContext>) {
      // What is no longer sure may warn, but not encourage.
      context = Math.min(context, 0);
      positioning = Math.min(positioning, 0);
    }
    return new Confidence(
        settings.base(),
        context,
        positioning,
        gexStrength(side, gex),
        settings.weight(gex),
        settings.gexRange(),
        boost(confluence),
        indicator,
        cap);
  }

  static double boost(Confluence confluence) {
    return confluence.used().isAtLeast(Confluence.HIGH) ? CONFLUENCE_BOOST : 0;
  }

  /** What gamma exposure adds. */
  double gex() {
    return gexStrength * gexWeight * gexRange;
  }

  double total() {
    double sum = base + context + positioning + gex() + boost + indicator;
    return Math.max(0, Math.min(cap, sum));
  }

  /** Whether it is below a limit; exact. */
  boolean isBelow(double least) {
    double total = total();
    return Math.abs(total - least) < 1e-9
        ? exact().compareTo(Decimals.of(least)) < 0
        : total < least;
  }

  /** The same without any rounding. */
  BigDecimal exact() {
    BigDecimal sum =
        Decimals.of(base)
            .add(Decimals.of(context))
            .add(Decimals.of(positioning))
            .add(Decimals.of(boost))
            .add(Decimals.of(indicator));
    if (gexStrength != 0 && gexWeight != 0) {
      sum =
          sum.add(
              Decimals.of(gexStrength)
                  .multiply(Decimals.of(gexWeight))
                  .multiply(Decimals.of(gexRange)));
    }
    return sum.min(Decimals.of(cap)).max(BigDecimal.ZERO);
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

  /** Above zero when dealers' hedging favours the trade's side, below when it works against it. */
  private static double gexStrength(Direction side, Snapshot<GexReading> gex) {
    GexReading reading = gex.reading().orElse(null);
    if (reading == null || reading.direction().isEmpty()) {
      return 0;
    }
    return reading.direction().get() == side ? reading.strength() : -reading.strength();
  }

  private static double clamp(double points, double range) {
    return Math.max(-range, Math.min(range, points));
  }
}
