package io.strikewire.book.cdi;

import io.strikewire.book.jpa.Dispatch;
import io.strikewire.broker.Broker;
import io.strikewire.broker.Broker.Submission;
import io.strikewire.broker.Broker.Ticket;
import io.strikewire.event.OrdersChanged;
import io.strikewire.event.ServiceStarted;
import io.strikewire.position.Order;
import io.strikewire.signal.Portfolio;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries orders to the broker and asks what became of them. One long-lived task, woken when orders
 * were placed; after a crash it finds what it left by looking.
 */
@ApplicationScoped
public class Dispatcher {

  private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final Task task = new Task("dispatcher", LOOK_EVERY, this::carry);

  @Inject private Dispatch dispatch;
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
    for (Portfolio portfolio : dispatch.waiting()) {
      dispatch.claim(portfolio, clock.instant()).forEach(order -> attempt(order, this::handOver));
    }
    dispatch.atBroker().forEach(order -> attempt(order, this::ask));
  }

  private void handOver(Order order) {
    Ticket ticket = Ticket.of(order);
    Optional<Submission> submission =
        order.isEntry()
            ? dispatch.throughGate(() -> broker.submit(ticket, clock.instant()))
            : Optional.of(broker.submit(ticket, clock.instant()));
    submission.ifPresentOrElse(
        outcome -> dispatch.handedOver(order, outcome, clock.instant()),
        () -> dispatch.withheld(order, clock.instant()));
  }

  private void ask(Order order) {
    if (order.cancelReason().isPresent()) {
      broker.cancel(order.clientOrderId(), clock.instant());
    }
    dispatch.reported(
        order, broker.lookup(order.clientOrderId(), clock.instant()), clock.instant());
  }

  /** One order's trouble is not another's. */
  private static void attempt(Order order, Consumer<Order> step) {
    try {
      step.accept(order);
    } catch (RuntimeException failed) {
      LOG.log(
          System.Logger.Level.WARNING,
          "order " + order.clientOrderId() + " stays " + order.state() + " and is asked for again",
          failed);
    }
  }
}
