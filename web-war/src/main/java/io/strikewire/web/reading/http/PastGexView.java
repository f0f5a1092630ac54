package io.strikewire.web.reading.http;

import io.strikewire.gex.GexChains.PastProfile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored profile, in short. */
public record PastGexView(
    UUID id,
    Instant asOf,
    double spot,
    int contracts,
    double netGex,
    double callGex,
    double putGex,
    List<Double> zeroGamma,
    @Nullable String direction,
    double strength,
    @Nullable String flip,
    Instant storedAt) {

  static PastGexView of(PastProfile past) {
    return new PastGexView(
        past.id(),
        past.asOf(),
        past.spot(),
        past.contracts(),
        past.signal().netExposure(),
        past.signal().callExposure(),
        past.signal().putExposure(),
        past.signal().zeroGamma(),
        past.signal().direction().map(Enum::name).orElse(null),
        past.signal().strength(),
        past.signal().flip().map(Enum::name).orElse(null),
        past.storedAt());
  }
}
