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

  /** An alert before this one never came. */
  sealed interface Gap extends Continuity {

    /** For a person. */
    String reason();

    /** The strategy's own words do not follow one another. */
    record InWords(Stance known, Stance claimed) implements Gap {
      @Override
      public String reason() {
        return "an alert is missing: the strategy says it was "
            + claimed
            + " before this one, and its last word was "
            + known;
      }
    }

    /** The strategy was out of the market and we are still in it. */
    record InPositions() implements Gap {
      @Override
      public String reason() {
        return "an alert is missing: the strategy says it was FLAT before this one, and a position"
            + " that it opened is held with nothing selling it";
      }
    }
  }

  /**
   * Judges an alert. A strategy that never spoke stands where the position that it opened does, and
   * without one it is flat. That nothing is held says nothing: we refuse entries, and leave, for
   * reasons of our own.
   *
   * @param held whether a position that it opened is open and not on order to be sold
   */
  static Continuity of(Optional<LastWord> last, boolean held, Step step, Instant firedAt) {
    if (last.filter(word -> !firedAt.isAfter(word.saidAt())).isPresent()) {
      return new Late();
    }
    boolean wasFlat = step.before() == Stance.FLAT;
    if (last.isPresent() && last.get().stance() != step.before()) {
      return new Gap.InWords(last.get().stance(), step.before());
    }
    if (held && wasFlat) {
      return new Gap.InPositions();
    }
    return last.isEmpty() && !held && !wasFlat
        ? new Gap.InWords(Stance.FLAT, step.before())
        : new Unbroken();
  }
}
