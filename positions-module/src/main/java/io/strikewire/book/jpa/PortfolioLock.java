package io.strikewire.book.jpa;

import io.strikewire.signal.Portfolio;
import jakarta.persistence.EntityManager;

/**
 * The locks that make one writer of many. Both are the transaction's: a crash frees them. Who takes
 * both takes the portfolio's first.
 */
public final class PortfolioLock {

  private static final String GATE = "hashtextextended('strikewire-gate', 0)";

  private PortfolioLock() {}

  /** Waits until nobody else decides in this portfolio, the pipeline's runner included. */
  public static void take(EntityManager rows, Portfolio portfolio) {
    Sql.of(
            rows,
            "SELECT CAST(pg_advisory_xact_lock("
                + "hashtextextended('strikewire/' || CAST(:portfolio AS text), 0)) AS text)")
        .with("portfolio", portfolio.name())
        .row();
  }

  /** Passes the gate with others: while this is held, the kill switch cannot be set. */
  static void passGate(EntityManager rows) {
    gate(rows, "pg_advisory_xact_lock_shared");
  }

  /** Closes the gate: waits until nobody who read the old state of the kill switch is under way. */
  static void closeGate(EntityManager rows) {
    gate(rows, "pg_advisory_xact_lock");
  }

  private static void gate(EntityManager rows, String lock) {
    Sql.of(rows, "SELECT CAST(" + lock + "(" + GATE + ") AS text)").row();
  }
}
