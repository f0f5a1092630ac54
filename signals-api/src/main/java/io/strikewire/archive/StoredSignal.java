package io.strikewire.archive;

import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.SignalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A signal's row.
 *
 * @param status {@code RECEIVED}, {@code ACCEPTED}, {@code CLOSED}, {@code REJECTED}, {@code
 *     DUPLICATE} or {@code DEAD}
 * @param reason the rejection's code, if it was rejected
 * @param metadata JSON text
 * @param repeats how often the same delivery came again
 * @param route the stages it passed; empty in lists
 */
public record StoredSignal(
    SignalId id,
    String source,
    String symbol,
    Optional<String> direction,
    String timeframe,
    Instant timestamp,
    String status,
    Optional<String> reason,
    AuthGrade grade,
    String metadata,
    Instant createdAt,
    long repeats,
    List<Step> route) {

  /**
   * One stage of the route.
   *
   * @param ms time since the stage before, in milliseconds
   */
  public record Step(String stage, String outcome, String reason, Instant at, double ms) {}
}
