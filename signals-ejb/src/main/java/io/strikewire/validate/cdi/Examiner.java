package io.strikewire.validate.cdi;

import io.strikewire.market.TradingCalendar;
import io.strikewire.pipeline.config.PipelineSettings;
import io.strikewire.signal.Peer;
import io.strikewire.signal.Signal;
import io.strikewire.validate.ValidationQuestion;
import io.strikewire.validate.ValidationSettings;
import io.strikewire.validate.Validator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Asks the validation rules with what is stored. */
@ApplicationScoped
public class Examiner {

  @Inject private LastEntries lastEntries;
  @Inject private EarlierSignals earlier;
  @Inject private TradingCalendar calendar;
  @Inject private PipelineSettings settings;

  /** What was asked of the rules, and what they said. */
  public record Examination(ValidationQuestion question, Validator.Result result) {

    /** The signals that it was compared with. */
    public List<Peer> peers() {
      return question.peers();
    }
  }

  /** Asks all of them about an entry. */
  public Examination examine(Signal signal, Instant now) {
    ValidationSettings limits = settings.validation();
    List<Peer> peers = earlier.comparedWith(signal, limits.weights().horizon().orElseThrow(), now);
    ValidationQuestion question =
        ValidationQuestion.of(signal, lastEntries.like(signal), peers, now);
    return new Examination(question, new Validator(calendar, limits).judge(question));
  }
}
