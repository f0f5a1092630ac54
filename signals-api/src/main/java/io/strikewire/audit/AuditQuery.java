package io.strikewire.audit;

import io.strikewire.signal.SignalId;
import io.strikewire.signal.Symbol;
import java.time.Instant;
import java.util.Optional;

/**
 * Which records are asked for, newest first.
 *
 * @param limit 1 to 500
 * @param after the place that the page before ended at
 * @param from earliest time, included
 * @param to latest time, excluded
 */
public record AuditQuery(
    int limit,
    Optional<Place> after,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Symbol> symbol,
    Optional<SignalId> signal,
    Optional<String> actor,
    Optional<String> action) {

  /** A record's place. */
  public record Place(String chain, long id) {

    /** Reads {@code CHAIN-ID}; empty when it is none. */
    public static Optional<Place> parse(String text) {
      int dash = text.lastIndexOf('-');
      return dash > 0 && text.substring(dash + 1).matches("[1-9]\\d{0,17}")
          ? Optional.of(
              new Place(text.substring(0, dash), Long.parseLong(text.substring(dash + 1))))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return chain + "-" + id;
    }
  }
}
