package io.strikewire.web.reading.http;

import io.strikewire.archive.StoredError;
import io.strikewire.signal.SignalId;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that went wrong. */
@JsonbPropertyOrder({"id", "signalId", "sender", "stage", "code", "detail", "dead", "createdAt"})
public record ErrorView(
    UUID id,
    @JsonbProperty("signal_id") @JsonbNillable @Nullable UUID signalId,
    @Nullable String sender,
    String stage,
    String code,
    String detail,
    boolean dead,
    @JsonbProperty("created_at") Instant createdAt) {

  static ErrorView of(StoredError error) {
    return new ErrorView(
        error.id(),
        error.signalId().map(SignalId::value).orElse(null),
        error.sender().orElse(null),
        error.stage(),
        error.code(),
        error.detail(),
        error.dead(),
        error.createdAt());
  }
}
