package io.strikewire.book;

import io.strikewire.broker.Broker;
import io.strikewire.broker.Broker.Submission;
import io.strikewire.broker.Broker.Ticket;
import io.strikewire.position.Order;
import io.strikewire.signal.Portfolio;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries orders to the broker and asks what became of them. The broker is called between
 * transactions; whatever is lost on the way is found out by asking for the client order id.
 */
public final class OrderDelivery {

  private static final System.Logger LOG = System.getLogger(OrderDelivery.class.getName());

  private final OrderSteps steps;
  private final Broker broker;
  private final Clock clock;

  /** Carries by these steps to this broker. */
  public OrderDelivery(OrderSteps steps, Broker broker, Clock clock) {
    this.steps = steps;
    this.broker = broker;
    this.clock = clock;
  }

  /** Hands over what waits, then asks for everything the broker has or may have. */
  public void round() {
    for (Portfolio portfolio : steps.waiting()) {
      steps.claim(portfolio, clock.instant()).forEach(order -> attempt(order, this::handOver));
    }
    steps.atBroker().forEach(order -> attempt(order, this::ask));
  }

  private void handOver(Order order) {
    Ticket ticket = Ticket.of(order);
    Optional<Submission> submission =
        order.isEntry()
            ? steps.throughGate(() -> broker.submit(ticket, clock.instant()))
            : Optional.of(broker.submit(ticket, clock.instant()));
    submission.ifPresentOrElse(
        outcome -> steps.handedOver(order, outcome, clock.instant()),
        () -> steps.withheld(order, clock.instant()));
  }

  private void ask(Order order) {
    if (order.cancelReason().isPresent()) {
      broker.cancel(order.clientOrderId(), clock.instant());
    }
    steps.reported(order, broker.lookup(order.clientOrderId(), clock.instant()), clock.instant());
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
