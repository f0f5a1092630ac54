package io.strikewire.book.cdi;

import io.strikewire.book.OrderDelivery;
import io.strikewire.book.OrderSteps;
import io.strikewire.broker.Broker;
import io.strikewire.event.OrdersChanged;
import io.strikewire.event.ServiceStarted;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Carries orders to the broker and asks what became of them. One long-lived task, woken when orders
 * were placed; after a crash it finds what it left by looking.
 */
@ApplicationScoped
public class Dispatcher {

  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final Task task = new Task("dispatcher", LOOK_EVERY, this::carry);

  @Inject private OrderSteps steps;
  @Inject private Broker broker;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService executor;

  void on(@Observes ServiceStarted started) {
    task.start(executor);
  }

  void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrdersChanged changed) {
    task.wake();
  }

  @PreDestroy
  void stop() {
    task.stop();
  }

  private void carry() {
    new OrderDelivery(steps, broker, clock).round();
  }
}
