package io.strikewire.dedup;

import io.strikewire.payload.Payload;
import io.strikewire.signal.SignalId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * For how long the same alert counts once.
 *
 * @param length from the first on
 */
public record DuplicateWindow(Duration length) {

  /** The signal that speaks for a fingerprint, and since when. */
  public record Holder(SignalId signal, Instant since) {}

  /** Whether a signal speaks for what comes now. */
  public boolean covers(Instant first, Instant now) {
    return first.isAfter(now.minus(length));
  }

  /** What was looked at, as the decision on a duplicate keeps it. */
  public Map<String, Object> facts(Holder first) {
    return Map.of(
        "first", first.signal().toString(),
        "firstSeenAt", first.since().toString(),
        "windowSeconds", length.toSeconds());
  }

  /**
   * What would have had to be so for the alert to count.
   *
   * @param facts those that the decision kept
   */
  public static Optional<String> counterfactual(Payload facts) {
    return facts
        .first("windowSeconds")
        .filter(BigDecimal.class::isInstance)
        .map(seconds -> "the same alert last seen at least " + seconds + " s before");
  }
}
