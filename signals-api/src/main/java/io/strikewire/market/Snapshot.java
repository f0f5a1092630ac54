package io.strikewire.market;

import java.time.Duration;
import java.util.Optional;

/** A reading of something that ages. Missing and stale are answers with effects of their own. */
public sealed interface Snapshot<T> {

  /** Young enough to count in full. */
  record Fresh<T>(T value, Duration age) implements Snapshot<T> {}

  /** Older than it should be: counts less. */
  record Stale<T>(T value, Duration age) implements Snapshot<T> {}

  /** None, or one too old to count at all. */
  record Missing<T>(String why) implements Snapshot<T> {}

  /** The reading, fresh or stale. */
  default Optional<T> reading() {
    if (this instanceof Fresh<T> fresh) {
      return Optional.of(fresh.value());
    }
    return this instanceof Stale<T> stale ? Optional.of(stale.value()) : Optional.empty();
  }

  /** {@code FRESH}, {@code STALE} or {@code MISSING}. */
  default String freshness() {
    if (this instanceof Fresh<T>) {
      return "FRESH";
    }
    return this instanceof Stale<T> ? "STALE" : "MISSING";
  }
}
