package io.strikewire.hold;

import io.strikewire.hold.Hold.Cause;
import io.strikewire.hold.Hold.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The holds that are in force. */
public interface Holds {

  /** All of them, oldest first. */
  List<Hold> inForce();

  /**
   * Stops the entries of a strategy or source; the hold that was there before, if there was one.
   */
  Hold place(Kind kind, String name, Cause cause, String reason, String by, Instant now);

  /** Lets them through again; whether the hold was in force. */
  boolean release(UUID id, String by, Instant now);
}
