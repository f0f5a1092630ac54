package io.strikewire.book;

import io.strikewire.exit.ExitReason;
import io.strikewire.position.Fill.Side;
import io.strikewire.position.Order;
import java.util.List;
import java.util.Optional;

/**
 * What was ordered for one position.
 *
 * @param orders oldest first
 */
public record PositionOrders(List<Order> orders) {

  /** For which nothing was ordered. */
  public static final PositionOrders NONE = new PositionOrders(List.of());

  public PositionOrders {
    orders = List.copyOf(orders);
  }

  /** Of so many contracts held, those that no order sells yet. */
  public int unsold(int held) {
    return held
        - orders.stream()
            .filter(order -> order.side() == Side.SELL && !order.state().isTerminal())
            .mapToInt(Order::remaining)
            .sum();
  }

  /** How many sales were ordered, whatever became of them. */
  public int sales() {
    return (int) orders.stream().filter(order -> order.side() == Side.SELL).count();
  }

  /** The sale that was ordered last. */
  public Optional<Order> lastSale() {
    return orders.stream()
        .filter(order -> order.side() == Side.SELL)
        .reduce((before, after) -> after);
  }

  /** How many partial exits were taken, those that brought nothing left out. */
  public int partialsTaken() {
    return (int)
        orders.stream()
            .filter(order -> order.reason().equals(ExitReason.PARTIAL_PROFIT.name()))
            .filter(order -> !order.state().isTerminal() || order.filled() > 0)
            .count();
  }
}
