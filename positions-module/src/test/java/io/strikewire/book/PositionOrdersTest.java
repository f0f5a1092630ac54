package io.strikewire.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.option.OptionContract;
import io.strikewire.position.Fill.Side;
import io.strikewire.position.Market;
import io.strikewire.position.Order;
import io.strikewire.position.OrderState;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PositionOrdersTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final UUID POSITION = new UUID(0, 1);

  @Test
  void what_no_order_sells_yet_is_what_is_held_less_what_is_still_on_its_way_out() {
    Order half = sale(1, "TARGET", 4).sent(NOW).acknowledged(NOW).executed(1, NOW);
    assertThat(of(half).unsold(9)).as("one is sold, three are not").isEqualTo(6);
    assertThat(of(half.ended(OrderState.CANCELLED, "gone", NOW)).unsold(9)).isEqualTo(9);
    assertThat(of(bought()).unsold(4)).as("buying sells nothing").isEqualTo(4);
  }

  @Test
  void the_last_sale_is_the_newest_one_and_buying_is_none() {
    Order first = sale(1, "TARGET", 2);
    Order second = sale(2, "TIME_EXIT", 2);
    assertThat(of(bought(), first, second).lastSale()).hasValue(second);
    assertThat(of(bought(), first, second).sales()).isEqualTo(2);
    assertThat(of(bought()).lastSale()).isEmpty();
    assertThat(PositionOrders.NONE.sales()).isZero();
  }

  @Test
  void a_part_is_taken_while_it_is_on_order_or_when_it_brought_something() {
    Order part = sale(1, "PARTIAL_PROFIT", 2);
    assertThat(of(part).partialsTaken()).isEqualTo(1);
    Order atBroker = part.sent(NOW);
    assertThat(of(atBroker.ended(OrderState.REJECTED, "no", NOW)).partialsTaken()).isZero();
    Order brought = atBroker.acknowledged(NOW).executed(1, NOW);
    assertThat(of(brought.ended(OrderState.CANCELLED, "day", NOW)).partialsTaken()).isEqualTo(1);
    assertThat(of(sale(1, "TARGET", 2)).partialsTaken()).isZero();
  }

  private static PositionOrders of(Order... orders) {
    return new PositionOrders(List.of(orders));
  }

  private static Order bought() {
    return order("entry", Side.BUY, "ENTRY", 4);
  }

  private static Order sale(int number, String reason, int contracts) {
    return order(Order.exitName(POSITION, number), Side.SELL, reason, contracts);
  }

  private static Order order(String name, Side side, String reason, int contracts) {
    return Order.placed(
        name,
        Optional.empty(),
        POSITION,
        Portfolio.MAIN,
        new Symbol("SPY"),
        OptionContract.parse("SPY261218C00500000").orElseThrow(),
        side,
        reason,
        Optional.empty(),
        contracts,
        new Market(new BigDecimal("4.10"), new BigDecimal("4.20"), "QUOTE", NOW),
        NOW);
  }
}
