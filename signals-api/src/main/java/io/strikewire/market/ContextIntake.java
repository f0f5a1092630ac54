package io.strikewire.market;

import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes a {@code CONTEXT} body into the store. */
public interface ContextIntake {

  /**
   * Stores the report in the caller's transaction.
   *
   * @param id the delivery's name, which becomes the snapshot's
   * @return every mistake; nothing is stored unless the list is empty
   */
  List<Mistake> accept(UUID id, Payload body, Instant now);
}
