package io.strikewire.signal;

import java.util.Optional;

/** What a signal asks for. */
public sealed interface Intent {

  /** Open a position on this side. */
  record Enter(Direction direction) implements Intent {}

  /** Close what is open in the symbol: one side, or both when none is named. */
  record Close(Optional<Direction> only) implements Intent {}

  /** The side named, if any. */
  default Optional<Direction> side() {
    if (this instanceof Enter enter) {
      return Optional.of(enter.direction());
    }
    return ((Close) this).only();
  }
}
