package io.strikewire.book.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.signal.Portfolio;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The pipeline's runner only tries for the lock; controls, fills and exits wait for it. */
class PortfolioLockTest {

  private static final String WAITING =
      "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";

  private static final String TRY =
      "SELECT CAST(pg_try_advisory_xact_lock(hashtextextended('strikewire/main', 0)) AS text)";

  @Test
  void whoever_waits_for_the_lock_has_it_before_the_runners_next_turn() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (BookOnPostgres book = BookOnPostgres.start(Instant.parse("2026-11-23T15:00:00Z"))) {
      for (int i = 0; i < 50; i++) {
        CountDownLatch tried = new CountDownLatch(1);
        Future<?> exit =
            book.get(
                turn -> {
                  PortfolioLock.take(turn, Portfolio.MAIN);
                  Future<?> waiting = thread.submit(() -> book.run(rows -> exit(rows, tried)));
                  awaitWaiting(book);
                  return waiting;
                });
        // The turn has just ended; its lock was handed to the one who waited.
        boolean got = book.get(rows -> Sql.of(rows, TRY).value(String.class).get().equals("true"));
        tried.countDown();
        exit.get(10, TimeUnit.SECONDS);
        assertThat(got).as("the runner got the lock in round " + i).isFalse();
      }
    } finally {
      thread.shutdown();
    }
  }

  private static void exit(EntityManager rows, CountDownLatch tried) {
    PortfolioLock.take(rows, Portfolio.MAIN);
    try {
      assertThat(tried.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void awaitWaiting(BookOnPostgres book) {
    while (book.count(WAITING) == 0) {
      Thread.onSpinWait();
    }
  }
}
