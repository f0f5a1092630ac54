package io.strikewire.continuity;

import io.strikewire.payload.Payload;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a strategy stands in a market, by its own word. */
public enum Stance {
  LONG,
  SHORT,
  FLAT;

  private static final String[] NOW = {"market_position", "strategy.market_position"};
  private static final String[] BEFORE = {"prev_market_position", "strategy.prev_market_position"};

  /**
   * A step from one to the next.
   *
   * @param before where the strategy stood before the alert
   * @param after where it stands since
   */
  public record Step(Stance before, Stance after) {}

  /** The step that an alert names; empty when it does not name both. */
  public static Optional<Step> step(Payload alert) {
    Payload flat = alert.withDefaults(alert.object("metadata"));
    return named(flat, BEFORE)
        .flatMap(before -> named(flat, NOW).map(after -> new Step(before, after)));
  }

  private static Optional<Stance> named(Payload alert, String... names) {
    return alert
        .first(names)
        .map(word -> word.toString().strip().toUpperCase(Locale.ROOT))
        .flatMap(word -> Arrays.stream(values()).filter(s -> s.name().equals(word)).findFirst());
  }
}
