package io.strikewire.web.health.http;

import io.strikewire.web.health.Verdict;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * The verdict, and what it rests on.
 *
 * @param demo whether all of it is a demonstration
 */
@JsonbPropertyOrder({"healthy", "status", "message", "timestamp", "demo", "components"})
public record HealthView(
    boolean healthy,
    String status,
    String message,
    Instant timestamp,
    boolean demo,
    Map<String, Map<String, Object>> components) {

  static HealthView of(Verdict verdict, Instant now, Map<String, Map<String, Object>> components) {
    return new HealthView(
        verdict == Verdict.HEALTHY,
        verdict.name().toLowerCase(Locale.ROOT),
        verdict.message(),
        now,
        Boolean.getBoolean("strikewire.demo"),
        components);
  }
}
