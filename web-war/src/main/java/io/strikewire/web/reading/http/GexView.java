package io.strikewire.web.reading.http;

import io.strikewire.gex.GexProfile;
import io.strikewire.gex.GexSignal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A gamma-exposure profile; exposures are USD per 1 % move. A stale one of another day weighs
 * nothing in decisions.
 */
public record GexView(
    String symbol,
    Instant asOf,
    double spot,
    int contracts,
    double netGex,
    double callGex,
    double putGex,
    @Nullable BigDecimal callWall,
    @Nullable BigDecimal putWall,
    List<Double> zeroGamma,
    String dealerPosition,
    String regime,
    @Nullable String direction,
    double strength,
    String freshness,
    double gexWeight,
    long ageSeconds,
    @Nullable BigDecimal maxPain,
    @Nullable Double putCallVolume,
    @Nullable Double putCallOpenInterest,
    double vanna,
    double charm,
    @Nullable ExpectedMove expectedMove,
    Band band,
    List<Signal> signals,
    List<Expiry> expiries,
    GexProfile.Oddities oddities,
    Convention convention) {

  /** The profile as of {@code now}; what is not fresh, of whatever day, is shown as stale. */
  public static GexView of(GexProfile profile, String freshness, double weight, Instant now) {
    GexProfile.Measures measures = profile.measures();
    return new GexView(
        profile.symbol().ticker(),
        profile.asOf(),
        profile.spot(),
        profile.contracts(),
        profile.netExposure(),
        profile.callExposure(),
        profile.putExposure(),
        profile.callWall().orElse(null),
        profile.putWall().orElse(null),
        profile.zeroGamma(),
        profile.dealerPosition(),
        measures.regime().name(),
        profile.direction().map(Enum::name).orElse(null),
        profile.strength(),
        freshness.equals("FRESH") ? "FRESH" : "STALE",
        weight,
        Duration.between(profile.asOf(), now).toSeconds(),
        measures.maxPain().orElse(null),
        measures.putCallVolume().orElse(null),
        measures.putCallOpenInterest().orElse(null),
        measures.vanna(),
        measures.charm(),
        measures
            .expectedMove()
            .map(move -> new ExpectedMove(move.usd(), move.until(), move.basis()))
            .orElse(null),
        Band.of(measures.band()),
        profile.signals().stream().map(Signal::of).toList(),
        profile.expiries().stream().map(Expiry::of).toList(),
        profile.oddities(),
        Convention.of(profile.convention()));
  }

  /** How far the market expects the underlying to go. */
  public record ExpectedMove(double usd, LocalDate until, String basis) {}

  /** How far the figures can be believed. */
  public record Band(
      double netLow,
      double netHigh,
      boolean signCertain,
      @Nullable Double zeroGammaLow,
      @Nullable Double zeroGammaHigh,
      LocalDate openInterestDate) {

    static Band of(GexProfile.Band band) {
      return new Band(
          band.netLow(),
          band.netHigh(),
          band.signCertain(),
          band.zeroGammaLow().orElse(null),
          band.zeroGammaHigh().orElse(null),
          band.openInterestDate());
    }
  }

  /** What hedging favours over one horizon of expirations. */
  public record Signal(
      String horizon,
      int contracts,
      double netGex,
      double callGex,
      double putGex,
      List<Double> zeroGamma,
      @Nullable String direction,
      double strength,
      @Nullable String flip) {

    static Signal of(GexSignal signal) {
      return new Signal(
          signal.horizon().name(),
          signal.contracts(),
          signal.netExposure(),
          signal.callExposure(),
          signal.putExposure(),
          signal.zeroGamma(),
          signal.direction().map(Enum::name).orElse(null),
          signal.strength(),
          signal.flip().map(Enum::name).orElse(null));
    }
  }

  /** Exposure of one expiration. */
  public record Expiry(
      LocalDate expiration,
      String settlement,
      double netGex,
      double callGex,
      double putGex,
      double openInterest,
      @Nullable BigDecimal maxPain) {

    static Expiry of(GexProfile.AtExpiry at) {
      Optional<BigDecimal> pain = at.maxPain();
      return new Expiry(
          at.expiration(),
          at.settlement(),
          at.net(),
          at.call(),
          at.put(),
          at.openInterest(),
          pain.orElse(null));
    }
  }

  /** How it was computed. */
  public record Convention(String sign, int dayCount, int levels) {

    static Convention of(GexProfile.Convention convention) {
      return new Convention(convention.sign().text(), convention.dayCount(), convention.levels());
    }
  }
}
