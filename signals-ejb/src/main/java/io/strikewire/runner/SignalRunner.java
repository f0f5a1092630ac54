package io.strikewire.runner;

import io.strikewire.archive.Latencies;
import io.strikewire.archive.Latencies.Block;
import io.strikewire.event.ServiceStarted;
import io.strikewire.event.SignalEvent.Arrived;
import io.strikewire.runner.jdbc.SignalTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * RECEIVE: one long-lived task that takes undecided signals, oldest first, and sends each along the
 * route. It wakes when one arrives, and looks by itself in case another instance left some behind.
 */
@ApplicationScoped
public class SignalRunner {

  private static final System.Logger LOG = System.getLogger(SignalRunner.class.getName());
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final Semaphore wakeUps = new Semaphore(0);

  @Inject private SignalTransaction transaction;
  @Inject private Latencies latencies;
  @Resource private ManagedExecutorService executor;
  private volatile boolean running;

  void on(@Observes ServiceStarted started) {
    running = true;
    executor.execute(this::run);
  }

  void on(@Observes Arrived arrived) {
    wakeUps.release();
  }

  @PreDestroy
  void stop() {
    running = false;
    wakeUps.release();
  }

  private void run() {
    while (running) {
      try {
        if (!decideNext()) {
          pause(LOOK_EVERY);
        }
      } catch (RuntimeException broken) {
        LOG.log(System.Logger.Level.WARNING, "the runner goes on after a failure", broken);
        pause(AFTER_FAILURE);
      }
    }
  }

  private boolean decideNext() {
    try {
      Optional<SignalTransaction.Decided> decided = transaction.decideNext();
      decided.ifPresent(this::measure);
      return decided.isPresent();
    } catch (EJBException failed) {
      if (failed.getCause() instanceof SignalFailure culprit) {
        transaction.postpone(culprit);
        return true;
      }
      throw failed;
    }
  }

  private void measure(SignalTransaction.Decided decided) {
    Journey journey = decided.journey();
    latencies.record(Block.SIGNAL_PROCESSING, decided.sinceArrival());
    latencies.record(Block.DECISION, Duration.ofNanos(journey.nanosToDecision()));
    if (journey.opened()) {
      latencies.record(Block.EXECUTION, Duration.ofNanos(journey.nanosAfterDecision()));
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
