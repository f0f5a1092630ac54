package io.strikewire.web.reading.http;

import io.strikewire.archive.StoredDecision;
import io.strikewire.web.reading.StoredJson;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision with its reasons. */
public record DecisionView(
    UUID id,
    @JsonbProperty("signal_id") UUID signalId,
    String decision,
    String stage,
    double confidence,
    int positionSize,
    @Nullable String rejection,
    List<String> reasoning,
    JsonValue calculations,
    @Nullable String counterfactual,
    @JsonbProperty("rules_version") String rulesVersion,
    @JsonbProperty("settings_version") String settingsVersion,
    @JsonbProperty("created_at") Instant createdAt) {

  static DecisionView of(StoredDecision decision, Optional<String> counterfactual) {
    return new DecisionView(
        decision.id(),
        decision.signalId().value(),
        decision.kind(),
        decision.stage(),
        decision.confidence(),
        decision.positionSize(),
        decision.rejection().orElse(null),
        StoredJson.reasoning(decision.reasoning()),
        StoredJson.value(decision.calculations()),
        counterfactual.orElse(null),
        decision.rulesVersion(),
        decision.settingsVersion(),
        decision.createdAt());
  }
}
