package io.strikewire.runner.jdbc;

import io.strikewire.archive.StoredSignal.Step;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.json.JsonText;
import io.strikewire.runner.Journey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a signal, as it is stored.
 *
 * @param status the signal's
 * @param route the stages that it passed, as JSON
 * @param reasoning the decision's verdicts, as JSON
 * @param calculations the decision's figures, as JSON
 */
record Outcome(
    Decision decision, String status, String route, String reasoning, String calculations) {

  static Outcome of(Journey journey) {
    Decision decision = journey.decision();
    return new Outcome(
        decision,
        journey.status(),
        JsonText.of(journey.steps().stream().map(Outcome::step).toList()),
        JsonText.of(decision.verdicts().stream().map(Outcome::verdict).toList()),
        JsonText.of(decision.calculations()));
  }

  @Nullable String rejection() {
    return decision.rejection().map(Rejection::name).orElse(null);
  }

  private static Map<String, Object> step(Step step) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("stage", step.stage());
    fields.put("outcome", step.outcome());
    fields.put("reason", step.reason());
    fields.put("at", step.at());
    fields.put("ms", step.ms());
    return fields;
  }

  private static Map<String, Object> verdict(Verdict verdict) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rule", verdict.rule());
    fields.put("outcome", verdict.outcome());
    fields.put("detail", verdict.detail());
    return fields;
  }
}
