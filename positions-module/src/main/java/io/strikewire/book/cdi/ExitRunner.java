package io.strikewire.book.cdi;

import io.strikewire.book.BookSettings;
import io.strikewire.book.jpa.BrakeDesk;
import io.strikewire.book.jpa.ExitRound;
import io.strikewire.book.jpa.Ledger;
import io.strikewire.book.jpa.PriceBoard;
import io.strikewire.event.MarketMoved;
import io.strikewire.event.ServiceStarted;
import io.strikewire.position.KillSwitch.Mode;
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

  private Task task;

  @PostConstruct
  void prepare() {
    task = new Task("exit runner", settings.exitsEvery(), this::watch);
  }

  void on(@Observes ServiceStarted started) {
    task.start(executor);
  }

  void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) MarketMoved moved) {
    task.wake();
  }

  @PreDestroy
  void stop() {
    task.stop();
  }

  private void watch() {
    for (Portfolio portfolio : ledger.invested()) {
      Instant now = clock.instant();
      round.run(portfolio, prices.view(ledger.open(portfolio), now), now);
    }
    brakes.alarm(clock.instant()).ifPresent(this::pull);
  }

  private void pull(String reason) {
    LOG.log(System.Logger.Level.ERROR, "the kill switch sets itself: {0}", reason);
    brakes.set(Mode.REDUCING, reason, "rule", clock.instant());
  }
}
