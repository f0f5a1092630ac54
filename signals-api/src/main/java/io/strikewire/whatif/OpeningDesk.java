package io.strikewire.whatif;

import io.strikewire.event.SignalEvent.Entered;
import io.strikewire.event.SignalEvent.Opening;
import java.time.Instant;
import java.util.Optional;

/** Answers questions about entries at the door of the book. Stores nothing. */
public interface OpeningDesk {

  /** What the book would say to a decided entry; it is asked without the portfolio's lock. */
  Opening opening(Entered entered, Instant now);

  /**
   * The smallest single change with which the book would have let the entry through; empty when
   * more than one thing was in its way.
   *
   * @param refusal the refused decision's calculations
   * @throws UnreadableFact when they do not hold what the book looked at
   */
  Optional<String> counterfactual(Facts refusal);
}
