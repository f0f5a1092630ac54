package io.strikewire.book.jpa;

import io.strikewire.book.BookSettings;
import io.strikewire.book.OrderSteps;
import io.strikewire.broker.Broker.Execution;
import io.strikewire.broker.Broker.Lookup;
import io.strikewire.broker.Broker.Standing;
import io.strikewire.broker.Broker.Submission;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Verdict;
import io.strikewire.event.OrderMoved;
import io.strikewire.event.OrdersChanged;
import io.strikewire.exit.ExitGrounds;
import io.strikewire.position.KillSwitch;
import io.strikewire.position.Order;
import io.strikewire.position.OrderState;
import io.strikewire.position.Position;
import io.strikewire.signal.Portfolio;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Each step under its portfolio's lock; the broker is called between them. */
@Stateless
@Local(OrderSteps.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Dispatch implements OrderSteps {

  /** Withdrawals after which what is bought nevertheless is kept and only marked. */
  private static final Set<String> KEEP =
      Set.of(BrakeDesk.BY_KILL_SWITCH, HandDesk.BY_HAND, Order.REPLACED);

  /** How long a hand-over can be under way in another process. */
  private static final Duration IN_FLIGHT = Duration.ofSeconds(10);

  @PersistenceContext(unitName = "positions")
  private EntityManager rows;

  @Inject private Event<OrdersChanged> changed;
  @Inject private Event<OrderMoved> moved;
  @Inject private BookSettings settings;
  @Inject private Decision.Versions versions;

  /** For the container. */
  public Dispatch() {}

  Dispatch(EntityManager rows, BookSettings settings, Decision.Versions versions) {
    this.rows = rows;
    this.settings = settings;
    this.versions = versions;
  }

  @Override
  public List<Portfolio> waiting() {
    return orders().waitingIn();
  }

  @Override
  public List<Order> atBroker() {
    return orders().atBroker();
  }

  @Override
  public List<Order> claim(Portfolio portfolio, Instant now) {
    PortfolioLock.take(rows, portfolio);
    Orders orders = orders();
    KillSwitch.State brake = new Brakes(rows).state();
    List<Order> claimed = new ArrayList<>();
    for (Order order : orders.waiting(portfolio)) {
      if (order.isEntry() && brake.engaged()) {
        tell(orders.save(order.withdrawn(BrakeDesk.BY_KILL_SWITCH, now)));
      } else if (order.isEntry()
          && order.createdAt().plus(settings.orders().entryLife()).isBefore(now)) {
        tell(orders.save(order.ended(OrderState.EXPIRED, "could not be handed over in time", now)));
      } else {
        claimed.add(orders.save(order.sent(now)));
      }
    }
    return claimed;
  }

  @Override
  public Optional<Submission> throughGate(Supplier<Submission> handOver) {
    PortfolioLock.passGate(rows);
    return new Brakes(rows).state().engaged() ? Optional.empty() : Optional.of(handOver.get());
  }

  @Override
  public void withheld(Order claimed, Instant now) {
    change(claimed, order -> order.ended(OrderState.CANCELLED, BrakeDesk.BY_KILL_SWITCH, now));
  }

  @Override
  public void handedOver(Order claimed, Submission submission, Instant now) {
    change(
        claimed,
        order -> {
          if (order.state() != OrderState.SENT) {
            return order;
          }
          if (submission instanceof Submission.Unknown unknown) {
            return order.unknown(unknown.why(), now);
          }
          return submission instanceof Submission.Refused refused
              ? order.ended(OrderState.REJECTED, refused.why(), now)
              : order;
        });
  }

  @Override
  public void reported(Order asked, Lookup lookup, Instant now) {
    if (lookup instanceof Lookup.Absent) {
      change(asked, order -> isOverdue(order, now) ? order.absent(now) : order);
    } else if (lookup instanceof Lookup.Found found) {
      change(asked, order -> executed(order, found, now));
    }
  }

  private boolean isOverdue(Order order, Instant now) {
    Duration patience =
        order.state() == OrderState.UNKNOWN ? settings.orders().reconcileAfter() : IN_FLIGHT;
    return order.state().isAtBroker()
        && order.filled() == 0
        && order.progress().sentAt().filter(sent -> !sent.plus(patience).isAfter(now)).isPresent();
  }

  private Order executed(Order asked, Lookup.Found found, Instant now) {
    Holdings holdings = new Holdings(rows);
    Order order = found.standing() == Standing.WORKING ? asked.acknowledged(now) : asked;
    for (Execution execution : found.executions()) {
      if (!holdings.has(order, execution)) {
        order = order.executed(execution.quantity(), now);
        orders().store(order);
        holdings.execute(order, execution);
        unwind(order, now);
      }
    }
    return found.standing() == Standing.CANCELLED
        ? order.ended(OrderState.CANCELLED, order.cancelReason().orElse("by the broker"), now)
        : order;
  }

  /** What was bought although its position was to be left is sold at once. */
  private void unwind(Order order, Instant now) {
    if (!order.isEntry() || !order.late()) {
      return;
    }
    String reason = order.cancelReason().orElse(Order.REPLACED);
    Optional<Position> position = new Holdings(rows).find(order.positionId());
    if (!KEEP.contains(reason) && position.isPresent()) {
      Position held = position.get();
      Exits exits = new Exits(rows, orders());
      exits
          .sell(held, held.quantity(), reason, order.signalId(), held.mark(), now)
          .ifPresent(
              sale ->
                  exits.decided(
                      held,
                      sale,
                      new ExitGrounds.BoughtLate(reason),
                      List.of(Verdict.fail(reason, "bought when it was to be left")),
                      versions,
                      now));
    }
  }

  private void change(Order known, UnaryOperator<Order> change) {
    PortfolioLock.take(rows, known.portfolio());
    Orders orders = orders();
    Order before = orders.find(known.clientOrderId()).orElseThrow();
    Order after = change.apply(before);
    if (!after.equals(before)) {
      orders.save(after);
      if (after.state() != before.state() || after.filled() != before.filled()) {
        tell(after);
      }
    }
  }

  private void tell(Order order) {
    if (moved != null) {
      order
          .signalId()
          .or(() -> new Holdings(rows).find(order.positionId()).map(Position::signalId))
          .ifPresent(signal -> moved.fire(new OrderMoved(order, signal)));
    }
  }

  private Orders orders() {
    return new Orders(rows, changed == null ? event -> {} : changed::fire);
  }
}
