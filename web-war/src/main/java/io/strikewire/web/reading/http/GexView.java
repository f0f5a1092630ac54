package io.strikewire.web.reading.http;

import io.strikewire.gex.GexProfile;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A gamma-exposure profile; exposures are USD per 1 % move. */
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
    @Nullable String direction,
    double strength,
    long ageSeconds,
    GexProfile.Convention convention) {

  /** The profile as of {@code now}. */
  public static GexView of(GexProfile profile, Instant now) {
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
        profile.direction().map(Enum::name).orElse(null),
        profile.strength(),
        Duration.between(profile.asOf(), now).toSeconds(),
        profile.convention());
  }
}
