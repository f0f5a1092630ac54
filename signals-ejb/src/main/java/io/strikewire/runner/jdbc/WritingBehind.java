package io.strikewire.runner.jdbc;

import io.strikewire.runner.Journey;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Writes outcomes while those behind them are decided: one step after the other, in order, in the
 * transaction that decides them. The driver lets one statement of a connection go at a time, so
 * both may use it. Whoever leaves the transaction has to end this first.
 */
final class WritingBehind {

  /** What writes a step. */
  interface Step {
    void write(List<Journey> journeys) throws SQLException;
  }

  private final Step step;
  private final Executor beside;
  private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

  /**
   * @param beside where steps are written
   */
  WritingBehind(Step step, Executor beside) {
    this.step = step;
    this.beside = beside;
  }

  /** Has journeys written behind those before them; none after some that failed. */
  void add(List<Journey> journeys) {
    written = written.thenRunAsync(() -> write(journeys), beside);
  }

  private void write(List<Journey> journeys) {
    try {
      step.write(journeys);
    } catch (SQLException failed) {
      throw new CompletionException(failed);
    }
  }

  /**
   * Waits until all is written.
   *
   * @throws CompletionException with what the first failure was
   */
  void finish() {
    written.join();
  }

  /** Waits until nothing is being written, whatever came of it. */
  void end() {
    written.handle((done, failed) -> done).join();
  }
}
