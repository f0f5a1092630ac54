package io.strikewire.book.cdi;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Work that is done again and again: when woken, and by itself. A failure does not end it. */
final class Task {

  private static final System.Logger LOG = System.getLogger(Task.class.getName());
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final String name;
  private final Duration every;
  private final Runnable work;
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile boolean running;

  /**
   * @param every the longest pause between two rounds
   */
  Task(String name, Duration every, Runnable work) {
    this.name = name;
    this.every = every;
    this.work = work;
  }

  void start(Executor executor) {
    running = true;
    executor.execute(this::run);
  }

  void wake() {
    wakeUps.release();
  }

  void stop() {
    running = false;
    wake();
  }

  private void run() {
    while (running) {
      try {
        work.run();
        pause(every);
      } catch (RuntimeException broken) {
        LOG.log(System.Logger.Level.WARNING, "the " + name + " goes on after a failure", broken);
        pause(AFTER_FAILURE);
      }
    }
  }

  private void pause(Duration most) {
    try {
      if (wakeUps.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
        wakeUps.drainPermits();
      }
    } catch (InterruptedException stopping) {
      running = false;
      Thread.currentThread().interrupt();
    }
  }
}
