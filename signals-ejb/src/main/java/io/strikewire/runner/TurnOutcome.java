package io.strikewire.runner;

import io.strikewire.runner.jdbc.BatchTransaction;
import java.util.List;

/** What came of a portfolio's turn. */
public sealed interface TurnOutcome {

  /** These were decided, in their order; none when none was due. */
  record Ended(List<BatchTransaction.Decided> signals) implements TurnOutcome {}

  /** Another transaction works on the portfolio, most likely another instance's. */
  record Taken() implements TurnOutcome {}

  /** A signal failed, or one of several did, and nothing is decided. */
  record Failed(BatchFailure batch) implements TurnOutcome {}

  /** It is nobody's fault: the database is away, say. */
  record Broken(RuntimeException cause) implements TurnOutcome {}
}
