package io.strikewire.decide;

import io.strikewire.confluence.ConfluenceSettings;
import io.strikewire.gex.GexReading;
import io.strikewire.market.Snapshot;
import io.strikewire.signal.AuthGrade;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/**
 * The numbers a decision depends on.
 *
 * @param maxTriggerAge oldest alert that still triggers an entry
 * @param clockSkew how far ahead of our clock an alert's time may be
 * @param caps limits of senders who prove themselves less well; none for a grade that is missing
 */
public record DecisionSettings(
    ConfidenceSettings confidence,
    SizeSettings size,
    RiskSettings risk,
    ConfluenceSettings confluence,
    Duration maxTriggerAge,
    Duration clockSkew,
    Map<AuthGrade, Cap> caps) {

  public DecisionSettings {
    caps = Map.copyOf(caps);
  }

  /**
   * Points of confidence, 0 to 100.
   *
   * @param base before any adjustment
   * @param least what is entered at the least
   * @param contextRange most that the market context adds or takes
   * @param positioningRange most that the volatility regime adds or takes
   * @param gexRange what gamma exposure of full strength adds or takes
   * @param gexStaleReduction part of its weight that a stale gamma exposure loses, 0 to 1
   */
  public record ConfidenceSettings(
      double base,
      double least,
      double contextRange,
      double positioningRange,
      double gexRange,
      double gexStaleReduction) {

    /** What a gamma exposure counts: 1 when fresh, less when stale, 0 when missing. */
    public double weight(Snapshot<GexReading> gex) {
      if (gex instanceof Snapshot.Fresh<GexReading>) {
        return 1;
      }
      return gex instanceof Snapshot.Stale<GexReading> ? 1 - gexStaleReduction : 0;
    }
  }

  /**
   * Sizes in contracts; parts of one are possible until the product is rounded down.
   *
   * @param base before any multiplier
   * @param kellyFraction what full confidence adds to the size, as a part of it
   * @param min fewest contracts worth entering
   * @param max most contracts that sizing gives
   * @param positionLimit most contracts in one position, whatever sizing gives
   */
  public record SizeSettings(
      double base, double kellyFraction, double min, double max, int positionLimit) {}

  /**
   * Limits.
   *
   * @param maxVix above this VIX, in points, nothing is entered
   * @param vixReduction factor on the size when the VIX is above 30
   * @param maxExposure most USD of premium in open positions together
   */
  public record RiskSettings(double maxVix, double vixReduction, BigDecimal maxExposure) {}

  /**
   * What a grade of authentication is good for.
   *
   * @param confidence most points of confidence
   * @param contracts most contracts
   */
  public record Cap(double confidence, int contracts) {}
}
