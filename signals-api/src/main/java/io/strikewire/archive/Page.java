package io.strikewire.archive;

import java.util.List;
import java.util.Optional;

/**
 * A stretch of a list.
 *
 * @param items at most as many as were asked for
 * @param next what to ask {@code after} for the stretch that follows; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {

  public Page {
    items = List.copyOf(items);
  }
}
