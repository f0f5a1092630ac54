package io.strikewire.runner;

import io.strikewire.event.ServiceStarted;
import io.strikewire.event.SignalEvent.Arrived;
import io.strikewire.event.TurnDue;
import io.strikewire.pipeline.Precedence;
import io.strikewire.pipeline.jdbc.DatabaseFailure;
import io.strikewire.runner.jdbc.BatchTransaction;
import io.strikewire.runner.jdbc.BatchTransaction.Decided;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.SignalId;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * RECEIVE: one long-lived task that has each portfolio with undecided signals take its turn. It
 * wakes when signals arrive, and looks by itself in case another instance left some behind. Turns
 * of different portfolios are taken side by side: what depends on order depends on the order within
 * one.
 */
@ApplicationScoped
public class SignalRunner {

  private static final System.Logger LOG = System.getLogger(SignalRunner.class.getName());
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
  private static final Duration LEAST_REST = Duration.ofMillis(3);
  private static final int USUAL_IN_A_TURN = 250;

  /**
   * Each takes a connection, or two where exits are due. More than processors gain nothing, but one
   * that waits must not keep the others waiting.
   */
  private static final int SIDE_BY_SIDE =
      Math.max(2, Math.min(6, Runtime.getRuntime().availableProcessors()));

  private final Semaphore wakeUps = new Semaphore(0);
  private final Semaphore places = new Semaphore(SIDE_BY_SIDE, true);
  private final Lookout lookout = new Lookout(LOOK_EVERY, System.nanoTime());
  private final Map<Portfolio, Turns> portfolios = new ConcurrentHashMap<>();
  private final Map<Portfolio, CompletableFuture<Void>> told = new ConcurrentHashMap<>();

  @Inject private BatchTransaction transaction;
  @Inject private Settlements settlements;
  @Inject private Precedence precedence;
  @Inject private Event<TurnDue> due;
  @Resource private ManagedExecutorService executor;
  private volatile boolean running;

  void on(@Observes ServiceStarted started) {
    running = true;
    executor.execute(this::run);
  }

  void on(@Observes Arrived arrived) {
    portfolios.computeIfAbsent(arrived.portfolio(), known -> new Turns()).want();
    wake();
  }

  @PreDestroy
  void stop() {
    running = false;
    wakeUps.release();
  }

  private void wake() {
    if (wakeUps.availablePermits() == 0) {
      wakeUps.release();
    }
  }

  private void run() {
    while (running) {
      try {
        look();
        pause();
      } catch (RuntimeException broken) {
        LOG.log(System.Logger.Level.WARNING, "the runner goes on after a failure", broken);
        sleep(AFTER_FAILURE);
      }
    }
  }

  /** Begins the turns that are wanted, and from time to time those of all other portfolios. */
  private void look() {
    long from = System.nanoTime();
    if (lookout.isWholeDue(from)) {
      transaction
          .portfolios()
          .forEach(one -> portfolios.computeIfAbsent(one, known -> new Turns()));
      lookout.lookedWhole(from, System.nanoTime());
      portfolios.values().forEach(Turns::wantWhole);
    }
    portfolios.forEach(
        (portfolio, turns) -> {
          if (turns.begin()) {
            begin(portfolio, turns);
          }
        });
  }

  private void begin(Portfolio portfolio, Turns turns) {
    try {
      executor.execute(() -> turn(portfolio, turns));
    } catch (RejectedExecutionException stopping) {
      turns.end(false);
      throw stopping;
    }
  }

  /** What a turn came to. */
  private enum End {
    /** Nothing more is due: who comes later says so. */
    DONE,
    MORE,
    /** Another transaction has the portfolio, most likely another instance's. */
    TAKEN,
    BROKEN
  }

  /** A portfolio that has to be left alone for a while holds no place meanwhile. */
  private void turn(Portfolio portfolio, Turns turns) {
    End end = End.BROKEN;
    try {
      end = inPlace(portfolio, turns);
      if (end == End.TAKEN) {
        sleep(turns.standBack());
      } else if (end == End.BROKEN) {
        sleep(AFTER_FAILURE);
      }
    } finally {
      if (turns.end(end != End.DONE)) {
        wake();
      }
    }
  }

  private End inPlace(Portfolio portfolio, Turns turns) {
    places.acquireUninterruptibly();
    try {
      return take(portfolio, turns);
    } catch (RuntimeException broken) {
      LOG.log(System.Logger.Level.WARNING, "a turn of " + portfolio.name() + " failed", broken);
      return End.BROKEN;
    } finally {
      places.release();
    }
  }

  /** Decides what is due, and rests. */
  private End take(Portfolio portfolio, Turns turns) {
    long from = System.nanoTime();
    long after = turns.isWhole() ? 0 : lookout.after(portfolio.name());
    due.fire(new TurnDue(portfolio));
    try {
      int most = turns.most(precedence.most(USUAL_IN_A_TURN, from));
      Optional<List<Decided>> turn = transaction.decide(portfolio, after, most);
      if (turn.isEmpty()) {
        return End.TAKEN;
      }
      turns.taken();
      List<Decided> decided = turn.get();
      if (decided.isEmpty()) {
        return End.DONE;
      }
      decided.forEach(signal -> lookout.decidedTo(portfolio.name(), signal.arrival()));
      tell(portfolio, decided);
      boolean full = decided.size() >= most;
      rest(turns, from, full);
      return full ? End.MORE : End.DONE;
    } catch (EJBException failed) {
      if (!(failed.getCause() instanceof BatchFailure batch) || !isTheirs(batch)) {
        throw failed;
      }
      isolate(turns, batch);
      return End.MORE;
    }
  }

  /** Lets signals come together, and senders go first. */
  private void rest(Turns turns, long from, boolean full) {
    long now = System.nanoTime();
    Duration rest = precedence.rest(Duration.ofNanos(now - from), now);
    turns.lengthen(full && rest.isZero());
    if (full) {
      precedence.leftBehind(now);
    }
    sleep(!full && rest.compareTo(LEAST_REST) < 0 ? LEAST_REST : rest);
  }

  /** While the next turn is decided; it is told itself when this one has been. */
  private void tell(Portfolio portfolio, List<Decided> decided) {
    CompletableFuture<Void> before = told.get(portfolio);
    if (before != null) {
      before.join();
    }
    told.put(
        portfolio,
        CompletableFuture.runAsync(() -> settlements.committed(decided), executor)
            .exceptionally(
                failed -> {
                  LOG.log(System.Logger.Level.WARNING, "decisions were not told of", failed);
                  return null;
                }));
  }

  /** Whether a signal is to blame, and not a database that is away or another transaction. */
  private static boolean isTheirs(BatchFailure batch) {
    return DatabaseFailure.of(batch).filter(f -> f != DatabaseFailure.DATA).isEmpty();
  }

  private void isolate(Turns turns, BatchFailure batch) {
    List<SignalId> suspects = batch.suspects();
    if (suspects.size() > 1) {
      LOG.log(System.Logger.Level.WARNING, "signals are decided one by one", batch);
      turns.suspect(suspects.size());
    } else {
      LOG.log(System.Logger.Level.WARNING, "signal " + suspects.get(0) + " failed", batch);
      transaction.postpone(suspects.get(0), batch.getCause());
    }
  }

  private void pause() {
    try {
      if (wakeUps.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        wakeUps.drainPermits();
      }
    } catch (InterruptedException stopping) {
      running = false;
      Thread.currentThread().interrupt();
    }
  }

  private void sleep(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException stopping) {
      running = false;
      Thread.currentThread().interrupt();
    }
  }
}
