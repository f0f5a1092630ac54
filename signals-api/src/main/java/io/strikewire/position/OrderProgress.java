package io.strikewire.position;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * How far an order has come.
 *
 * @param filled contracts executed so far
 * @param note why it ended or hangs; empty when there is nothing to say
 * @param cancelReason why its withdrawal was asked for, if it was
 * @param replacement the limit at which what remains is ordered again once it is withdrawn
 * @param late whether something was executed after its withdrawal was asked for
 * @param attempts how often it was handed over
 */
public record OrderProgress(
    OrderState state,
    int filled,
    String note,
    Optional<String> cancelReason,
    Optional<BigDecimal> replacement,
    boolean late,
    int attempts,
    Optional<Instant> sentAt,
    Instant updatedAt) {

  private static final int MOST_ATTEMPTS = 5;

  /** Of an order that nobody knows yet. */
  static OrderProgress none(Instant now) {
    return new OrderProgress(
        OrderState.NEW, 0, "", Optional.empty(), Optional.empty(), false, 0, Optional.empty(), now);
  }

  OrderProgress sent(Instant now) {
    return new OrderProgress(
        checked(OrderState.SENT),
        filled,
        "",
        cancelReason,
        replacement,
        late,
        attempts + 1,
        Optional.of(now),
        now);
  }

  OrderProgress unknown(String why, Instant now) {
    return state == OrderState.UNKNOWN || state == OrderState.PARTIALLY_FILLED
        ? this
        : move(OrderState.UNKNOWN, why, now);
  }

  OrderProgress acknowledged(Instant now) {
    return state == OrderState.UNKNOWN ? move(OrderState.SENT, "", now) : this;
  }

  OrderProgress absent(Instant now) {
    if (cancelReason.isPresent()) {
      return ended(OrderState.CANCELLED, cancelReason.get(), now);
    }
    if (attempts >= MOST_ATTEMPTS) {
      return ended(
          OrderState.REJECTED, "the broker never received it, " + attempts + " attempts", now);
    }
    OrderProgress asked = unknown("the broker never received it", now);
    return asked.move(OrderState.NEW, asked.note, now);
  }

  OrderProgress executed(int contracts, int ordered, Instant now) {
    int total = filled + contracts;
    OrderState reached = total == ordered ? OrderState.FILLED : OrderState.PARTIALLY_FILLED;
    return new OrderProgress(
        state.isTerminal() ? state : checked(reached),
        total,
        note,
        cancelReason,
        replacement,
        late || cancelReason.isPresent() || state.isTerminal(),
        attempts,
        sentAt,
        now);
  }

  OrderProgress ended(OrderState terminal, String why, Instant now) {
    return state.isTerminal() ? this : move(terminal, why, now);
  }

  OrderProgress withdrawn(String why, Instant now) {
    if (state == OrderState.NEW) {
      return asked(why, replacement, now).move(OrderState.CANCELLED, why, now);
    }
    return state.isTerminal() || cancelReason.isPresent() ? this : asked(why, replacement, now);
  }

  OrderProgress replacedBy(BigDecimal limit, String why, Instant now) {
    OrderProgress withdrawn = withdrawn(why, now);
    return new OrderProgress(
        withdrawn.state,
        filled,
        withdrawn.note,
        withdrawn.cancelReason,
        Optional.of(limit),
        late,
        attempts,
        sentAt,
        now);
  }

  private OrderProgress asked(String why, Optional<BigDecimal> limit, Instant now) {
    return new OrderProgress(
        state, filled, note, Optional.of(why), limit, late, attempts, sentAt, now);
  }

  private OrderProgress move(OrderState next, String newNote, Instant now) {
    return new OrderProgress(
        checked(next), filled, newNote, cancelReason, replacement, late, attempts, sentAt, now);
  }

  private OrderState checked(OrderState next) {
    if (!state.canBecome(next)) {
      throw new IllegalStateException("an order cannot go from " + state + " to " + next);
    }
    return next;
  }
}
