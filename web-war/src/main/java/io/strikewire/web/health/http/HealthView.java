package io.strikewire.web.health.http;

import io.strikewire.web.health.Verdict;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** The verdict, and what it rests on. */
@JsonbPropertyOrder({"healthy", "status", "message", "timestamp", "components"})
public record HealthView(
    boolean healthy,
    String status,
    String message,
    Instant timestamp,
    Map<String, Map<String, Object>> components) {

  static HealthView of(Verdict verdict, Instant now, Map<String, Map<String, Object>> components) {
    return new HealthView(
        verdict == Verdict.HEALTHY,
        verdict.name().toLowerCase(Locale.ROOT),
        verdict.message(),
        now,
        components);
  }
}
