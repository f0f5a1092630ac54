package io.strikewire.runner;

import io.strikewire.event.TurnDue;
import io.strikewire.pipeline.jdbc.DatabaseFailure;
import io.strikewire.runner.jdbc.BatchTransaction;
import io.strikewire.signal.Portfolio;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Takes the turns of portfolios, those of different ones side by side: what depends on order
 * depends on the order within a portfolio.
 */
@ApplicationScoped
public class Turns {

  /** Each takes a connection, or two where exits are due. */
  private static final int SIDE_BY_SIDE = 4;

  @Inject private BatchTransaction transaction;
  @Inject private Event<TurnDue> due;
  @Resource private ManagedExecutorService executor;

  /**
   * A turn to take.
   *
   * @param after looks only at later arrivals
   * @param most how many signals to decide
   */
  public record Turn(Portfolio portfolio, long after, int most) {}

  /** What came of each, in their order. */
  public List<TurnOutcome> take(List<Turn> turns) {
    List<TurnOutcome> outcomes = new ArrayList<>();
    for (int from = 0; from < turns.size(); from += SIDE_BY_SIDE) {
      List<Turn> together = turns.subList(from, Math.min(from + SIDE_BY_SIDE, turns.size()));
      List<CompletableFuture<TurnOutcome>> others =
          together.stream()
              .skip(1)
              .map(turn -> CompletableFuture.supplyAsync(() -> take(turn), executor))
              .toList();
      outcomes.add(take(together.get(0)));
      others.forEach(other -> outcomes.add(other.join()));
    }
    return outcomes;
  }

  private TurnOutcome take(Turn turn) {
    try {
      due.fire(new TurnDue(turn.portfolio()));
      return transaction
          .decide(turn.portfolio(), turn.after(), turn.most())
          .<TurnOutcome>map(TurnOutcome.Ended::new)
          .orElseGet(TurnOutcome.Taken::new);
    } catch (EJBException failed) {
      return failed.getCause() instanceof BatchFailure batch && isTheirs(batch)
          ? new TurnOutcome.Failed(batch)
          : new TurnOutcome.Broken(failed);
    } catch (RuntimeException broken) {
      return new TurnOutcome.Broken(broken);
    }
  }

  /** Whether a signal is to blame, and not a database that is away or another transaction. */
  private static boolean isTheirs(BatchFailure batch) {
    return DatabaseFailure.of(batch).filter(f -> f != DatabaseFailure.DATA).isEmpty();
  }
}
