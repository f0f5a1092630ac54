package io.strikewire.intake;

import io.strikewire.signal.Signal;
import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;

/**
 * A signal about to be stored.
 *
 * @param metadata everything the sender said, as JSON
 * @param body the body as it came
 * @param keys the names of its delivery, each with the instant until which it is remembered
 */
public record Arrival(
    Signal signal, String metadata, String body, SortedMap<String, Instant> keys) {

  /** The signal's name. */
  public UUID id() {
    return signal.id().value();
  }
}
