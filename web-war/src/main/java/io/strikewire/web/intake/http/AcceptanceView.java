package io.strikewire.web.intake.http;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.UUID;

/** The answer to a delivery that was taken. */
@JsonbPropertyOrder({"status", "message", "correlationId", "processingTimeMs", "system"})
public record AcceptanceView(
    String status,
    String message,
    @JsonbProperty("correlation_id") UUID correlationId,
    @JsonbProperty("processing_time_ms") long processingTimeMs,
    String system) {

  static AcceptanceView accepted(UUID id, long ms) {
    return new AcceptanceView(
        "ACCEPTED", "Signal received and queued for processing", id, ms, "REFACTORED");
  }

  static AcceptanceView duplicate(UUID first, long ms) {
    return new AcceptanceView(
        "DUPLICATE",
        "Signal was received before and is not processed again",
        first,
        ms,
        "REFACTORED");
  }
}
