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

  /**
   * The same name in the form that W3C's trace context gives to a trace: 32 hexadecimal digits. It
   * is never all zeros, because a version is part of it.
   */
  public String traceId() {
    return value.toString().replace("-", "");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
