package io.strikewire.decide;

import io.strikewire.decision.Decision;
import io.strikewire.decision.Decision.Versions;
import io.strikewire.event.SignalEvent.Entered;
import io.strikewire.event.SignalEvent.Entry;
import io.strikewire.event.SignalEvent.Rejected;
import io.strikewire.event.SignalEvent.Surroundings;
import io.strikewire.event.SignalRoute;
import io.strikewire.option.OptionPrice;
import io.strikewire.signal.Signal;
import java.time.Instant;

/**
 * Whether to enter, with how much confidence and how many contracts: the rules of {@link
 * EntryRule}, one after the other.
 */
public final class EntryPolicy {

  private final DecisionSettings settings;

  /** A policy with these limits. */
  public EntryPolicy(DecisionSettings settings) {
    this.settings = settings;
  }

  /** Judges an entry. Pure: the same question gets the same answer. */
  public EntryJudgement judge(EntryQuestion question) {
    return EntryJudgement.of(question, settings);
  }

  /** Only whether to enter; the same rules. */
  public boolean enters(EntryQuestion question) {
    return EntryJudgement.of(question, settings).isEntry();
  }

  /** Judges a signal, as an event of its route. */
  public Entry decide(Signal signal, Surroundings around, Versions versions, Instant now) {
    EntryJudgement judgement = judge(EntryQuestion.of(signal, around, now));
    Decision decision =
        new Decision(
            signal.id(),
            judgement.isEntry() ? Decision.Kind.ENTER : Decision.Kind.REJECT,
            SignalRoute.DECIDE,
            judgement.rejection(),
            judgement.confidence(),
            judgement.positionSize(),
            judgement.verdicts(),
            judgement.calculations(),
            versions.rules(),
            versions.settings(),
            now);
    return judgement.isEntry()
        ? new Entered(signal, (OptionPrice.Known) around.price(), decision)
        : new Rejected(decision);
  }
}
