package io.strikewire.whatif;

import io.strikewire.archive.StoredDecision;
import io.strikewire.payload.Mistake;
import io.strikewire.signal.Portfolio;
import java.util.List;
import java.util.Optional;

/** Answers questions about decisions. Stores nothing. */
public interface DecisionDesk {

  /** An answer, or why there is none. */
  sealed interface Answer {
    /** The answer as a JSON object. */
    record Answered(String json) implements Answer {}

    /** The question cannot be read: every mistake. */
    record Refused(List<Mistake> mistakes) implements Answer {}
  }

  /**
   * What would be decided on an entry.
   *
   * @param question a JSON object with {@code signal}, {@code context}, {@code gex}, {@code
   *     otherSignals}, {@code positions}, {@code settings} and {@code now}; what is left out is
   *     unknown, settings are those in force, {@code now} is the service's clock; {@code lastEntry}
   *     is when a signal of this symbol and side last entered
   */
  Answer whatIf(byte[] question);

  /**
   * How an alert is read, what is wrong with it and how to put it right, and what would be decided
   * on it now in a portfolio.
   */
  Answer examine(byte[] alert, Portfolio portfolio);

  /**
   * The smallest single change that would have turned a decision round, by the settings in force;
   * empty when there is none, or when the decision was made by other settings.
   */
  Optional<String> counterfactual(StoredDecision decision);
}
