package io.strikewire.signal;

import java.util.Optional;
import java.util.UUID;

/** A signal's name everywhere: in answers it is the {@code correlation_id}. Ordered by arrival. */
public record SignalId(UUID value) {

  /** Reads the usual hexadecimal form; empty for anything else. */
  public static Optional<SignalId> parse(String text) {
    try {
      return Optional.of(new SignalId(UUID.fromString(text)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
