package io.strikewire.asked.cdi;

import io.strikewire.archive.StoredDecision;
import io.strikewire.decide.EntryJudgement;
import io.strikewire.decide.EntryQuestion;
import io.strikewire.decide.whatif.EntryFamily;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.event.SignalRoute;
import io.strikewire.json.JsonText;
import io.strikewire.json.StrictJson;
import io.strikewire.market.TradingCalendar;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.pipeline.config.PipelineSettings;
import io.strikewire.signal.Portfolio;
import io.strikewire.validate.ValidationQuestion;
import io.strikewire.validate.Validator;
import io.strikewire.whatif.DecisionDesk;
import io.strikewire.whatif.Facts;
import io.strikewire.whatif.UnreadableFact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers with the rules and the settings in force. */
@ApplicationScoped
public class Desk implements DecisionDesk {

  private static final String ACCEPTED =
      "an object with signal, context, gex, otherSignals, positions, settings and now";

  @Inject private PipelineSettings settings;
  @Inject private Decision.Versions versions;
  @Inject private Doctor doctor;
  @Inject private Counterfactuals counterfactuals;
  @Inject private TradingCalendar calendar;
  @Inject private Clock clock;

  @Override
  public Answer whatIf(byte[] body) {
    StrictJson.Reading reading = StrictJson.read(body);
    if (reading instanceof StrictJson.Reading.Malformed malformed) {
      return new Answer.Refused(List.of(malformed.mistake()));
    }
    Payload asked = ((StrictJson.Reading.Read) reading).payload();
    Payload timed = asked.withDefaults(Payload.of(Map.of("now", clock.instant().toString())));
    try {
      EntryFamily rules = new EntryFamily(settings.decision());
      Facts config = new Facts("settings", asked.object("settings"));
      Facts input = new Facts("", timed);
      EntryQuestion question = rules.question(config, input);
      ValidationQuestion alert = Counterfactuals.question(question, input);
      Validator.Result valid = new Validator(calendar, settings.validation()).judge(alert);
      EntryJudgement made = rules.policy(config).judge(question);
      Map<String, @Nullable Object> answer = rules.describe(made, input);
      List<Verdict> verdicts = new ArrayList<>(valid.verdicts());
      if (valid.rejection().isPresent()) {
        answer.put("decision", "REJECT");
        answer.put("rejection", valid.rejection().get().name());
        answer.put("positionSize", 0);
      }
      verdicts.addAll(made.verdicts());
      answer.put("reasoning", verdicts.stream().map(Object::toString).toList());
      answer.put("confidence", made.confidence());
      answer.put("calculations", made.calculations());
      answer.put(
          "counterfactual",
          (valid.rejection().isPresent()
                  ? counterfactuals.of(alert)
                  : rules.counterfactual(config, input))
              .orElse(null));
      answer.put("rules_version", versions.rules());
      answer.put("settings_version", versions.settings());
      return new Answer.Answered(JsonText.of(answer));
    } catch (UnreadableFact unreadable) {
      return new Answer.Refused(List.of(unreadable.mistake()));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException unreadable) {
      return new Answer.Refused(
          List.of(new Mistake("body", String.valueOf(unreadable.getMessage()), ACCEPTED)));
    }
  }

  @Override
  public Answer examine(byte[] alert, Portfolio portfolio) {
    return new Answer.Answered(JsonText.of(doctor.examine(alert, portfolio, clock.instant())));
  }

  @Override
  public Optional<String> counterfactual(StoredDecision decision) {
    if (decision.rejection().filter(Rejection.TEST_SIGNAL.name()::equals).isPresent()
        || !decision.settingsVersion().equals(versions.settings())
        || !(StrictJson.read(decision.calculations().getBytes(StandardCharsets.UTF_8))
            instanceof StrictJson.Reading.Read stored)) {
      return Optional.empty();
    }
    return counterfactuals.of(SignalRoute.valueOf(decision.stage()), stored.payload());
  }
}
