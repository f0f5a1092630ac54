package io.strikewire.archive;

import io.strikewire.signal.Symbol;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which stretch of a list, newest first.
 *
 * @param limit 1 to {@value #MOST} items
 * @param after the last item of the stretch before
 * @param status only items of this status, upper case
 * @param symbol only items of this underlying
 * @param from only items created at or after
 * @param to only items created before
 */
public record PageRequest(
    int limit,
    Optional<UUID> after,
    Optional<String> status,
    Optional<Symbol> symbol,
    Optional<Instant> from,
    Optional<Instant> to) {

  /** The largest page. */
  public static final int MOST = 500;

  public PageRequest {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit is 1 to " + MOST + ", was " + limit);
    }
  }

  /** The newest {@code limit} items. */
  public static PageRequest newest(int limit) {
    return new PageRequest(
        limit,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
