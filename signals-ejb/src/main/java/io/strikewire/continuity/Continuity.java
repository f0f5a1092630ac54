package io.strikewire.continuity;

import io.strikewire.continuity.Stance.Step;
import java.time.Instant;
import java.util.Optional;

/** Whether a strategy's alert goes on from where its last one left off. */
public sealed interface Continuity {

  /**
   * What a strategy said last.
   *
   * @param stance where it stood since
   * @param saidAt the alert's own time
   */
  record LastWord(Stance stance, Instant saidAt) {}

  /** It does. */
  record Unbroken() implements Continuity {}

  /** The alert is not newer than the last one: it came twice or out of order, and says nothing. */
  record Late() implements Continuity {}

  /** An alert between the two never came. */
  record Gap(Stance known, Stance claimed) implements Continuity {

    /** For a person. */
    public String reason() {
      return "an alert is missing: the strategy says it was "
          + claimed
          + " before this one, and its last word was "
          + known;
    }
  }

  /** Judges an alert. A strategy that never spoke is known to be flat. */
  static Continuity of(Optional<LastWord> last, Step step, Instant firedAt) {
    if (last.filter(word -> !firedAt.isAfter(word.saidAt())).isPresent()) {
      return new Late();
    }
    Stance known = last.map(LastWord::stance).orElse(Stance.FLAT);
    return known == step.before() ? new Unbroken() : new Gap(known, step.before());
  }
}
