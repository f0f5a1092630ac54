package io.strikewire.decide.whatif;

import io.strikewire.decide.Counterfactual;
import io.strikewire.decide.DecisionSettings;
import io.strikewire.decide.EntryJudgement;
import io.strikewire.decide.EntryPolicy;
import io.strikewire.decide.EntryQuestion;
import io.strikewire.decide.EntryTrace;
import io.strikewire.market.TradingCalendar;
import io.strikewire.whatif.DecisionFamily;
import io.strikewire.whatif.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Family {@code entry}: whether to enter, with its whole trace. */
public final class EntryFamily implements DecisionFamily {

  private final DecisionSettings fallback;

  /** For files: what a question does not name is as recorded decisions have it. */
  public EntryFamily() {
    this(AskedSettings.OF_FILES);
  }

  /** What a question does not name is as here. */
  public EntryFamily(DecisionSettings fallback) {
    this.fallback = fallback;
  }

  @Override
  public String name() {
    return "entry";
  }

  @Override
  public Map<String, @Nullable Object> answer(Facts config, Facts input, TradingCalendar calendar) {
    return describe(judge(config, input), input);
  }

  /** A judgement under the recorded names. */
  public Map<String, @Nullable Object> describe(EntryJudgement made, Facts input) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("decision", made.isEntry() ? "ENTER" : "REJECT");
    answer.put("rejection", made.rejection().map(Enum::name).orElse(null));
    answer.put("confidence", made.isEntry() ? made.confidence() : 0.0);
    answer.put("positionSize", made.positionSize());
    answer.put("calculations", EntryTrace.calculations(made));
    answer.put(
        "trace",
        EntryTrace.of(
            made,
            gexTimeframe(input.object("signal").requiredText("timeframe")),
            input.payload().object("gex").first("error").isPresent(),
            !input.list("otherSignals").isEmpty()));
    return answer;
  }

  /** The smallest single change that turns the decision round. */
  public Optional<String> counterfactual(Facts config, Facts input) {
    return Counterfactual.of(question(config, input), AskedSettings.of(config, fallback))
        .map(Counterfactual::text);
  }

  /** The judgement itself. */
  public EntryJudgement judge(Facts config, Facts input) {
    return policy(config).judge(question(config, input));
  }

  /** The policy that a question's settings make. */
  public EntryPolicy policy(Facts config) {
    return new EntryPolicy(AskedSettings.of(config, fallback));
  }

  /** What is asked. */
  public EntryQuestion question(Facts config, Facts input) {
    return AskedEntry.read(config, input, AskedSettings.of(config, fallback));
  }

  /** The name under which gamma exposure was stored where the decisions were recorded. */
  private static String gexTimeframe(String timeframe) {
    return switch (timeframe) {
      case "1h" -> "60m";
      case "4h" -> "240m";
      default -> timeframe;
    };
  }
}
