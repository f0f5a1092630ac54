package io.strikewire.deploy.validate;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a process and its database had grown to at a moment.
 *
 * @param since the process's start; another start is another process
 * @param heap bytes in use
 * @param database bytes
 */
public record Sample(Instant at, String since, long heap, long database) {

  /** As a line. */
  public String line() {
    return String.join("\t", at.toString(), since, Long.toString(heap), Long.toString(database));
  }

  /** Reads a line; empty when it is none. */
  public static Optional<Sample> parse(String line) {
    String[] parts = line.split("\t", -1);
    try {
      return parts.length == 4
          ? Optional.of(
              new Sample(
                  Instant.parse(parts[0]),
                  parts[1],
                  Long.parseLong(parts[2]),
                  Long.parseLong(parts[3])))
          : Optional.empty();
    } catch (DateTimeException | NumberFormatException notASample) {
      return Optional.empty();
    }
  }
}
