package io.strikewire.inbox;

import java.util.Optional;

/**
 * What a sender's alerts mean where they do not say.
 *
 * @param source who speaks
 * @param strategy the strategy's name
 * @param timeframe the bar size, {@code 5m}
 */
public record AlertDefaults(
    Optional<String> source, Optional<String> strategy, Optional<String> timeframe) {

  /** Everything has to be said. */
  public static final AlertDefaults NONE =
      new AlertDefaults(Optional.empty(), Optional.empty(), Optional.empty());
}
