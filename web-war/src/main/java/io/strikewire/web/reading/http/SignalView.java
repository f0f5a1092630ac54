package io.strikewire.web.reading.http;

import io.strikewire.archive.StoredSignal;
import io.strikewire.web.reading.StoredJson;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A signal in full: its route, its decision, its position; in lists these three are empty. */
public record SignalView(
    UUID id,
    @JsonbProperty("correlation_id") UUID correlationId,
    String status,
    @Nullable String reason,
    String source,
    String symbol,
    @Nullable String direction,
    String timeframe,
    Instant timestamp,
    @JsonbProperty("created_at") Instant createdAt,
    String grade,
    long repeats,
    JsonValue metadata,
    List<StoredSignal.Step> route,
    @Nullable DecisionView decision,
    @JsonbProperty("position_id") @JsonbNillable @Nullable UUID positionId) {

  static SignalView listed(StoredSignal signal) {
    return of(signal, null, null);
  }

  static SignalView of(
      StoredSignal signal, @Nullable DecisionView decision, @Nullable UUID positionId) {
    UUID id = signal.id().value();
    return new SignalView(
        id,
        id,
        signal.status(),
        signal.reason().orElse(null),
        signal.source(),
        signal.symbol(),
        signal.direction().orElse(null),
        signal.timeframe(),
        signal.timestamp(),
        signal.createdAt(),
        signal.grade().name(),
        signal.repeats(),
        StoredJson.value(signal.metadata()),
        signal.route(),
        decision,
        positionId);
  }
}
