package io.strikewire.book.cdi;

import io.strikewire.book.BookSettings;
import io.strikewire.book.MarketMoves;
import io.strikewire.book.jpa.BrakeDesk;
import io.strikewire.book.jpa.ExitRound;
import io.strikewire.book.jpa.Ledger;
import io.strikewire.book.jpa.PriceBoard;
import io.strikewire.event.Audited;
import io.strikewire.event.MarketMoved;
import io.strikewire.event.ServiceStarted;
import io.strikewire.event.TurnDue;
import io.strikewire.position.KillSwitch.Mode;
import io.strikewire.position.Position;
import io.strikewire.signal.Portfolio;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Watches what is open: on a schedule and whenever the market moved. Pulls the brake when a rule
 * says so.
 */
@ApplicationScoped
public class ExitRunner {

  private static final System.Logger LOG = System.getLogger(ExitRunner.class.getName());

  @Inject private Ledger ledger;
  @Inject private PriceBoard prices;
  @Inject private ExitRound round;
  @Inject private BrakeDesk brakes;
  @Inject private BookSettings settings;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService executor;

  private final MarketMoves moves = new MarketMoves();
  private Task task;

  @PostConstruct
  void prepare() {
    task = new Task("exit runner", settings.exitsEvery(), this::watch);
  }

  void on(@Observes ServiceStarted started) {
    task.start(executor);
  }

  void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) MarketMoved moved) {
    moves.moved();
    task.wake();
  }

  /**
   * A turn's signals come after the exits that the market calls for: where it moved since this
   * portfolio was looked at, it is looked at before its turn begins. When that fails, signals are
   * decided all the same, and the runner looks again.
   */
  void on(@Observes TurnDue turn) {
    Portfolio portfolio = turn.portfolio();
    if (!moves.isBehind(portfolio)) {
      return;
    }
    long seen = moves.count();
    try {
      look(portfolio);
    } catch (RuntimeException failed) {
      LOG.log(System.Logger.Level.WARNING, "exits come after the turn of " + portfolio, failed);
      task.wake();
    } finally {
      moves.lookedAt(portfolio, seen);
    }
  }

  @PreDestroy
  void stop() {
    task.stop();
  }

  private void watch() {
    for (Portfolio portfolio : ledger.invested()) {
      long seen = moves.count();
      look(portfolio);
      moves.lookedAt(portfolio, seen);
    }
    brakes.alarm(clock.instant()).ifPresent(this::pull);
  }

  private void look(Portfolio portfolio) {
    List<Position> open = ledger.open(portfolio);
    if (!open.isEmpty()) {
      Instant now = clock.instant();
      round.run(portfolio, prices.view(open, now), now);
    }
  }

  private void pull(String reason) {
    LOG.log(System.Logger.Level.ERROR, "the kill switch sets itself: {0}", reason);
    brakes.set(Mode.REDUCING, reason, Audited.RULE, clock.instant());
  }
}
