package io.strikewire.hold;

import io.strikewire.signal.Signal;
import java.time.Instant;
import java.util.UUID;

/**
 * The entries of a strategy or source are stopped; what closes goes through.
 *
 * @param name the strategy's or source's; sources in upper case
 * @param by who stopped them
 */
public record Hold(
    UUID id, Kind kind, String name, Cause cause, String reason, String by, Instant since) {

  /** Whose entries. */
  public enum Kind {
    SOURCE,
    STRATEGY
  }

  /** Why. */
  public enum Cause {
    /** A person wished it. */
    HAND,
    /** Its alerts do not follow one another: one is missing. */
    GAP,
    /** It has not reported for longer than it promised. */
    SILENCE
  }

  /** Whether a signal is one of those that are stopped, if it is an entry. */
  public boolean concerns(Signal signal) {
    return switch (kind) {
      case SOURCE -> name.equals(signal.source());
      case STRATEGY -> signal.strategy().filter(name::equals).isPresent();
    };
  }
}
