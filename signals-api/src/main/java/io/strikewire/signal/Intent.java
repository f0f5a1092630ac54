package io.strikewire.signal;

import io.strikewire.decision.Rejection;
import java.util.Optional;

/** What a signal asks for. */
public sealed interface Intent {

  /** Open a position on this side. */
  record Enter(Direction direction) implements Intent {}

  /** Go the whole way of an entry on this side and be refused at its end: a test of the service. */
  record Rehearse(Direction direction) implements Intent {}

  /** Close what is open in the symbol: one side, or both when none is named. */
  record Close(Optional<Direction> only) implements Intent {}

  /**
   * Nothing that could be acted on: a test, a heartbeat, a phase of the market that is not traded.
   *
   * @param code what it is refused with
   * @param facts what it is, for a person to read
   */
  record Nothing(Rejection code, String facts) implements Intent {}

  /** The side named, if any. */
  default Optional<Direction> side() {
    if (this instanceof Enter enter) {
      return Optional.of(enter.direction());
    }
    if (this instanceof Rehearse rehearse) {
      return Optional.of(rehearse.direction());
    }
    return this instanceof Close close ? close.only() : Optional.empty();
  }

  /** Its name: {@code ENTER}, {@code REHEARSE}, {@code CLOSE} or {@code NOTHING}. */
  default String word() {
    if (this instanceof Enter) {
      return "ENTER";
    }
    if (this instanceof Rehearse) {
      return "REHEARSE";
    }
    return this instanceof Close ? "CLOSE" : "NOTHING";
  }
}
