package io.strikewire.asked.cdi;

import io.strikewire.decide.EntryQuestion;
import io.strikewire.decide.whatif.EntryFamily;
import io.strikewire.dedup.DuplicateWindow;
import io.strikewire.event.SignalRoute;
import io.strikewire.market.TradingCalendar;
import io.strikewire.normalize.Admission;
import io.strikewire.option.OptionContract;
import io.strikewire.payload.Payload;
import io.strikewire.pipeline.config.PipelineSettings;
import io.strikewire.validate.ValidationCounterfactual;
import io.strikewire.validate.ValidationQuestion;
import io.strikewire.whatif.Facts;
import io.strikewire.whatif.OpeningDesk;
import io.strikewire.whatif.UnreadableFact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What would have turned a refusal round, stage by stage, from what the decision kept. */
@ApplicationScoped
class Counterfactuals {

  /** The settings in force, all of them. */
  private static final Facts NOTHING_ELSE = new Facts("settings", Payload.EMPTY);

  @Inject private PipelineSettings settings;
  @Inject private TradingCalendar calendar;
  @Inject private OpeningDesk openings;

  /**
   * The smallest single change.
   *
   * @param kept the decision's calculations
   * @throws UnreadableFact when they are not whole
   */
  Optional<String> of(SignalRoute stage, Payload kept) {
    return switch (stage) {
      case NORMALIZE -> Admission.counterfactual(kept);
      case VALIDATE -> inputs(kept).flatMap(input -> of(question(input)));
      case DEDUPLICATE -> DuplicateWindow.counterfactual(kept);
      case DECIDE -> inputs(kept).flatMap(input -> rules().counterfactual(NOTHING_ELSE, input));
      case OPEN -> book(kept);
      case CLOSE -> closing(kept);
      case RECEIVE, ENRICH -> Optional.empty();
    };
  }

  /** The smallest single change with which an alert would have passed validation. */
  Optional<String> of(ValidationQuestion alert) {
    return ValidationCounterfactual.of(alert, settings.validation(), calendar)
        .map(ValidationCounterfactual::text);
  }

  /** What validation asks of an alert of which these are the facts. */
  static ValidationQuestion question(EntryQuestion question, Facts input) {
    return new ValidationQuestion(
        question.symbol(),
        input.object("signal").text("occ_symbol").flatMap(OptionContract::parse),
        question.side(),
        question.timeframe(),
        question.timestamp(),
        question.metadata(),
        input.instant("lastEntry"),
        question.around().peers(),
        question.now());
  }

  private ValidationQuestion question(Facts input) {
    return question(rules().question(NOTHING_ELSE, input), input);
  }

  private EntryFamily rules() {
    return new EntryFamily(settings.decision());
  }

  private static Optional<Facts> inputs(Payload kept) {
    Payload inputs = kept.object("inputs");
    return inputs.fields().isEmpty() ? Optional.empty() : Optional.of(new Facts("inputs", inputs));
  }

  /** What was closed would have had to be closed before; what was not, open. */
  private static Optional<String> closing(Payload kept) {
    boolean closed = kept.first("contracts").isPresent();
    return kept.first("wanted")
        .map(
            wanted ->
                closed ? "nothing open or on order in " + wanted : "an open position in " + wanted);
  }

  private Optional<String> book(Payload kept) {
    return kept.object("book").fields().isEmpty()
        ? Optional.empty()
        : openings.counterfactual(new Facts("calculations", kept));
  }
}
