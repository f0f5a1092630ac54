package io.strikewire.runner;

import io.strikewire.event.ServiceStarted;
import io.strikewire.event.SignalEvent.Arrived;
import io.strikewire.pipeline.Precedence;
import io.strikewire.runner.Turns.Turn;
import io.strikewire.runner.jdbc.BatchTransaction;
import io.strikewire.runner.jdbc.BatchTransaction.Decided;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.SignalId;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * RECEIVE: one long-lived task that has each portfolio with undecided signals take its turn. It
 * wakes when signals arrive, and looks by itself in case another instance left some behind.
 */
@ApplicationScoped
public class SignalRunner {

  private static final System.Logger LOG = System.getLogger(SignalRunner.class.getName());
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
  private static final Duration LEAST_REST = Duration.ofMillis(10);
  private static final Duration BUSY = Duration.ofMillis(5);
  private static final Duration LONG_BUSY = Duration.ofMillis(160);
  private static final int MOST_IN_A_BATCH = 250;

  private final Semaphore wakeUps = new Semaphore(0);
  private final Lookout lookout = new Lookout(LOOK_EVERY, System.nanoTime());
  private final Set<Portfolio> portfolios = new LinkedHashSet<>();

  @Inject private BatchTransaction transaction;
  @Inject private Settlements settlements;
  @Inject private Precedence precedence;
  @Inject private Turns turns;
  @Resource private ManagedExecutorService executor;
  private volatile boolean running;
  private final Map<Portfolio, Integer> oneByOne = new HashMap<>();
  private boolean busy;
  private Duration untilFree = BUSY;
  private CompletableFuture<Void> told = CompletableFuture.completedFuture(null);

  void on(@Observes ServiceStarted started) {
    running = true;
    executor.execute(this::run);
  }

  void on(@Observes Arrived arrived) {
    if (wakeUps.availablePermits() == 0) {
      wakeUps.release();
    }
  }

  @PreDestroy
  void stop() {
    running = false;
    wakeUps.release();
  }

  private void run() {
    while (running) {
      long from = System.nanoTime();
      try {
        busy = false;
        int decided = look();
        if (busy && decided == 0) {
          standBack();
        } else {
          untilFree = BUSY;
          rest(Duration.ofNanos(System.nanoTime() - from), decided);
        }
      } catch (RuntimeException broken) {
        LOG.log(System.Logger.Level.WARNING, "the runner goes on after a failure", broken);
        pause(AFTER_FAILURE);
      }
    }
  }

  /**
   * Someone else has the portfolio: for a moment, or for good, when it is another instance. What
   * arrives here meanwhile is decided there.
   */
  private void standBack() {
    sleep(untilFree);
    untilFree = untilFree.compareTo(LONG_BUSY) < 0 ? untilFree.multipliedBy(2) : LONG_BUSY;
  }

  /** Lets signals come together, and senders go first. */
  private void rest(Duration worked, int decided) {
    if (decided == 0) {
      pause(LOOK_EVERY);
      return;
    }
    Duration rest = precedence.rest(worked, System.nanoTime());
    sleep(decided < most() && rest.compareTo(LEAST_REST) < 0 ? LEAST_REST : rest);
  }

  /** One at a time after a failure that could have been any of several signals'. */
  private int most(Portfolio portfolio) {
    int suspects = oneByOne.getOrDefault(portfolio, 0);
    if (suspects == 0) {
      return most();
    }
    oneByOne.put(portfolio, suspects - 1);
    return 1;
  }

  private int most() {
    return precedence.most(MOST_IN_A_BATCH, System.nanoTime());
  }

  private void sleep(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException stopping) {
      running = false;
      Thread.currentThread().interrupt();
    }
  }

  /** Gives every portfolio its turn; how many signals came to an end, decided or failed. */
  private int look() {
    long from = System.nanoTime();
    boolean whole = lookout.isWholeDue(from);
    if (whole) {
      portfolios.addAll(transaction.portfolios());
      lookout.lookedWhole(from, System.nanoTime());
    }
    List<Turn> due =
        portfolios.stream()
            .map(one -> new Turn(one, whole ? 0 : lookout.after(one.name()), most(one)))
            .toList();
    List<TurnOutcome> outcomes = turns.take(due);
    int ended = 0;
    for (int i = 0; i < due.size(); i++) {
      ended += note(due.get(i).portfolio(), outcomes.get(i));
    }
    outcomes.stream()
        .filter(TurnOutcome.Broken.class::isInstance)
        .findFirst()
        .ifPresent(
            broken -> {
              throw ((TurnOutcome.Broken) broken).cause();
            });
    return ended;
  }

  private int note(Portfolio portfolio, TurnOutcome outcome) {
    if (outcome instanceof TurnOutcome.Ended ended) {
      List<Decided> decided = ended.signals();
      decided.forEach(signal -> lookout.decidedTo(portfolio.name(), signal.arrival()));
      if (!decided.isEmpty()) {
        tell(decided);
      }
      return decided.size();
    }
    if (outcome instanceof TurnOutcome.Failed failed) {
      isolate(portfolio, failed.batch());
      return failed.batch().suspects().size();
    }
    busy |= outcome instanceof TurnOutcome.Taken;
    return 0;
  }

  /** While the next turn is decided; it is told itself when this one has been. */
  private void tell(List<Decided> decided) {
    told.join();
    told =
        CompletableFuture.runAsync(() -> settlements.committed(decided), executor)
            .exceptionally(
                failed -> {
                  LOG.log(System.Logger.Level.WARNING, "decisions were not told of", failed);
                  return null;
                });
  }

  private void isolate(Portfolio portfolio, BatchFailure batch) {
    List<SignalId> suspects = batch.suspects();
    if (suspects.size() > 1) {
      LOG.log(System.Logger.Level.WARNING, "signals are decided one by one", batch);
      oneByOne.put(portfolio, suspects.size());
    } else {
      LOG.log(System.Logger.Level.WARNING, "signal " + suspects.get(0) + " failed", batch);
      transaction.postpone(suspects.get(0), batch.getCause());
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
