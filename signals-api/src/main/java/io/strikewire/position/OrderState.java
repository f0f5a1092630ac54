package io.strikewire.position;

import java.util.EnumSet;
import java.util.Set;

/** Where an order is. What can follow what is checked; a terminal state is never left. */
public enum OrderState {
  /** Committed with its decision; nobody outside knows it. */
  NEW,
  /** Handed to the broker, or about to be. */
  SENT,
  /** Handed over without an answer: the broker has to be asked, the order is never sent blindly. */
  UNKNOWN,
  /** A part is executed. */
  PARTIALLY_FILLED,
  /** All of it is executed. */
  FILLED,
  /** Withdrawn before all of it was executed. */
  CANCELLED,
  /** The broker did not take it. */
  REJECTED,
  /** Its time ran out. */
  EXPIRED;

  private Set<OrderState> successors() {
    return switch (this) {
      case NEW -> EnumSet.of(SENT, CANCELLED, EXPIRED);
      case SENT -> EnumSet.of(UNKNOWN, PARTIALLY_FILLED, FILLED, CANCELLED, REJECTED, EXPIRED);
      case UNKNOWN -> EnumSet.of(NEW, SENT, PARTIALLY_FILLED, FILLED, CANCELLED, REJECTED, EXPIRED);
      case PARTIALLY_FILLED -> EnumSet.of(PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED);
      case FILLED, CANCELLED, REJECTED, EXPIRED -> EnumSet.noneOf(OrderState.class);
    };
  }

  /** Whether {@code next} may follow. */
  public boolean canBecome(OrderState next) {
    return successors().contains(next);
  }

  /** Whether nothing more is expected of it. */
  public boolean isTerminal() {
    return successors().isEmpty();
  }

  /** Whether the broker may have it: its fate has to be asked for. */
  public boolean isAtBroker() {
    return this == SENT || this == UNKNOWN || this == PARTIALLY_FILLED;
  }
}
