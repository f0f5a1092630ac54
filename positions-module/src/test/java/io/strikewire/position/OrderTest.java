package io.strikewire.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.strikewire.option.OptionContract;
import io.strikewire.position.Fill.Side;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.SignalId;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OrderTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final SignalId SIGNAL = new SignalId(new UUID(0, 1));

  @Test
  void an_order_is_filled_in_parts() {
    Order order = fourContracts().sent(NOW).executed(1, NOW);
    assertThat(order.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
    assertThat(order.executed(3, NOW).state()).isEqualTo(OrderState.FILLED);
  }

  @Test
  void more_than_was_ordered_cannot_be_executed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fourContracts().sent(NOW).executed(5, NOW))
        .withMessageContaining("was for 4 contracts, the broker executed 5");
  }

  @Test
  void what_waits_is_withdrawn_at_once_and_what_was_sent_only_asked_back() {
    assertThat(fourContracts().withdrawn("KILL_SWITCH", NOW).state())
        .isEqualTo(OrderState.CANCELLED);
    Order sent = fourContracts().sent(NOW).withdrawn("KILL_SWITCH", NOW);
    assertThat(sent.state()).isEqualTo(OrderState.SENT);
    assertThat(sent.cancelReason()).hasValue("KILL_SWITCH");
  }

  @Test
  void what_is_executed_after_a_withdrawal_counts_and_is_marked() {
    Order late = fourContracts().sent(NOW).withdrawn("KILL_SWITCH", NOW).executed(4, NOW);
    assertThat(late.late()).isTrue();
    assertThat(late.state()).isEqualTo(OrderState.FILLED);
    Order afterwards =
        fourContracts()
            .sent(NOW)
            .ended(OrderState.CANCELLED, "by the broker", NOW)
            .executed(1, NOW);
    assertThat(afterwards.state()).isEqualTo(OrderState.CANCELLED);
    assertThat(afterwards.late()).isTrue();
    assertThat(afterwards.filled()).isEqualTo(1);
  }

  @Test
  void an_order_the_broker_never_had_goes_again_under_its_own_name_but_not_for_ever() {
    Order order = fourContracts();
    for (int attempt = 1; attempt < 5; attempt++) {
      order = order.sent(NOW).unknown("no answer", NOW).absent(NOW);
      assertThat(order.state()).isEqualTo(OrderState.NEW);
      assertThat(order.progress().attempts()).isEqualTo(attempt);
    }
    order = order.sent(NOW).unknown("no answer", NOW).absent(NOW);
    assertThat(order.state()).isEqualTo(OrderState.REJECTED);
    assertThat(order.clientOrderId()).isEqualTo("swe-" + SIGNAL);
  }

  @Test
  void an_order_that_is_to_be_withdrawn_and_never_arrived_is_cancelled() {
    Order order = fourContracts().sent(NOW).unknown("no answer", NOW).withdrawn("MANUAL", NOW);
    assertThat(order.absent(NOW).state()).isEqualTo(OrderState.CANCELLED);
  }

  @Test
  void a_replaced_order_is_followed_by_the_rest_once_it_is_certainly_withdrawn() {
    Order asked =
        fourContracts().sent(NOW).executed(1, NOW).replacedBy(new BigDecimal("4.10"), NOW);
    assertThat(asked.successor(NOW)).isEmpty();
    Order next =
        asked.ended(OrderState.CANCELLED, Order.REPLACED, NOW).successor(NOW).orElseThrow();
    assertThat(next.quantity()).isEqualTo(3);
    assertThat(next.limit()).hasValue(new BigDecimal("4.10"));
    assertThat(next.clientOrderId()).isEqualTo(asked.clientOrderId() + "-r");
  }

  @Test
  void a_filled_order_cannot_be_sent() {
    Order filled = fourContracts().sent(NOW).executed(4, NOW);
    assertThatIllegalStateException()
        .isThrownBy(() -> filled.sent(NOW))
        .withMessageContaining("cannot go from FILLED to SENT");
  }

  @Property(tries = 2000)
  void whatever_happens_only_allowed_states_follow_and_nothing_executed_is_forgotten(
      @ForAll @Size(max = 30) List<@IntRange(max = 6) Integer> happenings) {
    List<UnaryOperator<Order>> steps =
        List.of(
            order -> order.sent(NOW),
            order -> order.unknown("no answer", NOW),
            order -> order.acknowledged(NOW),
            order -> order.absent(NOW),
            order -> order.executed(1, NOW),
            order -> order.withdrawn("MANUAL", NOW),
            order -> order.ended(OrderState.CANCELLED, "by the broker", NOW));
    Order order = fourContracts();
    for (int happening : happenings) {
      Order before = order;
      try {
        order = steps.get(happening).apply(before);
      } catch (IllegalStateException | IllegalArgumentException refused) {
        continue;
      }
      boolean viaUnknown = before.state() == OrderState.SENT && order.state() == OrderState.NEW;
      assertThat(
              order.state() == before.state()
                  || viaUnknown
                  || before.state().canBecome(order.state()))
          .as(before.state() + " to " + order.state())
          .isTrue();
      assertThat(order.filled()).isBetween(before.filled(), 4);
      assertThat(order.state() == OrderState.FILLED)
          .isEqualTo(order.filled() == 4 && !ended(order));
    }
  }

  private static boolean ended(Order order) {
    return order.state().isTerminal() && order.state() != OrderState.FILLED;
  }

  @Test
  void terminal_states_are_never_left() {
    for (OrderState state : OrderState.values()) {
      boolean leaves = Arrays.stream(OrderState.values()).anyMatch(state::canBecome);
      assertThat(state.isTerminal()).as(state.name()).isEqualTo(!leaves);
    }
  }

  private static Order fourContracts() {
    return Order.placed(
        Order.entryName(SIGNAL),
        Optional.of(SIGNAL),
        Order.positionName(SIGNAL),
        Portfolio.MAIN,
        new Symbol("SPY"),
        OptionContract.parse("SPY261218C00500000").orElseThrow(),
        Side.BUY,
        "ENTRY",
        Optional.empty(),
        4,
        new Market(new BigDecimal("4.10"), new BigDecimal("4.20"), "QUOTE", NOW),
        NOW);
  }
}
