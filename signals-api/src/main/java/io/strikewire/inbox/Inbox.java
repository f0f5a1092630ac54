package io.strikewire.inbox;

import io.strikewire.payload.Mistake;
import java.util.List;
import java.util.UUID;

/** Where deliveries become durable. */
public interface Inbox {

  /**
   * Reads and stores a delivery. When this returns {@link Acceptance.Accepted}, the signal is
   * committed.
   */
  Acceptance accept(Delivery delivery);

  /** What became of a delivery. */
  sealed interface Acceptance {

    /** Committed; a signal among them is not decided yet. */
    record Accepted(UUID correlationId, boolean signal) implements Acceptance {}

    /** Seen before: the first one's name. Counted, not stored again. */
    record Duplicate(UUID first) implements Acceptance {}

    /** Not something we can read; every mistake. */
    record Refused(UUID correlationId, List<Mistake> mistakes) implements Acceptance {}

    /** The database cannot take it now. Nothing is stored. */
    record Unavailable(UUID correlationId) implements Acceptance {}
  }
}
