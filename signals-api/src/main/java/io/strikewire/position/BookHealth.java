package io.strikewire.position;

import java.time.Instant;
import java.util.List;

/** Whether the book holds together, and what about it needs a person. */
public interface BookHealth {

  /** The state now; the invariants are checked at most once a minute, or as it is set. */
  State state(Instant now);

  /**
   * The state of the book.
   *
   * @param faults what breaks an invariant; always empty in a sound book
   * @param checkedAt when the invariants were checked
   * @param unknownOrders orders that the broker did not answer for
   * @param withoutFreshMark open positions whose price is too old to believe
   * @param brake what may be traded
   */
  record State(
      List<String> faults,
      Instant checkedAt,
      int unknownOrders,
      int withoutFreshMark,
      KillSwitch.Mode brake) {
    public State {
      faults = List.copyOf(faults);
    }
  }
}
