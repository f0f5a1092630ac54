package io.strikewire.deploy.validate;

import java.util.List;
import java.util.Optional;

/**
 * What was seen of a running service.
 *
 * @param health status code and state of {@code /health}
 * @param metrics whether all parts of {@code /metrics} were there
 * @param test what became of the test signal; its absence says why
 * @param rates the service's own figures
 * @param page whether the page is there, tells updates, and how long its parts took
 * @param samples of memory and database, oldest first; the last is of now
 */
public record Observed(
    Health health, boolean metrics, TestSignal test, Rates rates, Page page, List<Sample> samples) {

  public Observed {
    samples = List.copyOf(samples);
  }

  /**
   * Health.
   *
   * @param marketOpen whether a market context is to be expected
   * @param degradations how often the supply of market data degraded in the last hour
   * @param bookFaults broken invariants of the book
   */
  public record Health(
      int status,
      String state,
      String message,
      boolean marketOpen,
      int degradations,
      int bookFaults,
      boolean databaseConnected,
      double roundTripMs) {}

  /**
   * The test signal.
   *
   * @param accepted the answer to it
   * @param stages the stages it passed
   * @param rejection why it was refused
   * @param traded whether an order or a position came of it
   * @param stampedWithinMs how far its time is from that of its arrival
   * @param counted whether it appears in the rates
   * @param repeat the answer to the same body again
   * @param records of it in the audit log
   */
  public record TestSignal(
      String accepted,
      List<String> stages,
      String rejection,
      boolean traded,
      long stampedWithinMs,
      boolean counted,
      String repeat,
      List<String> records) {
    public TestSignal {
      stages = List.copyOf(stages);
      records = List.copyOf(records);
    }
  }

  /** Figures; a percentile or a rate is empty when there is none. */
  public record Rates(
      long errors,
      long dead,
      long processed,
      Optional<Double> processingP95,
      long decided,
      Optional<Double> decisionP95,
      Optional<Double> hitRate,
      long counted,
      Optional<Double> acceptance,
      long auditWaiting) {}

  /** The page. */
  public record Page(boolean answers, boolean updates, double slowestMs) {}
}
