package io.strikewire.decide;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The smallest single change of a decision's inputs that would have turned it round.
 *
 * @param text what would have had to be so, {@code VIX ≤ 30}
 * @param distance how far that is, as a part of the input's own range: 0 is nothing, 1 all of it
 * @param changed the question with this one change
 */
public record Counterfactual(String text, double distance, EntryQuestion changed) {

  /** The nearest change that flips the decision; empty when no single one does. */
  public static Optional<Counterfactual> of(EntryQuestion question, DecisionSettings settings) {
    EntryJudgement made = EntryJudgement.of(question, settings);
    return Stream.concat(
            new MarketChanges(question).all(settings.risk().maxVix()).stream(),
            new OtherChanges(question).all(made, settings).stream())
        .sorted(Comparator.comparingDouble(Counterfactual::distance))
        .filter(
            candidate ->
                EntryJudgement.of(candidate.changed(), settings).isEntry() != made.isEntry())
        .findFirst();
  }
}
