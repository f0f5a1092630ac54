package io.strikewire.signal;

import java.time.Instant;

/**
 * Another signal that a signal is compared with.
 *
 * @param id its name
 * @param source who spoke, upper case
 * @param timestamp when it was, by its sender's word
 */
public record Peer(
    String id,
    String source,
    Symbol symbol,
    Direction direction,
    Timeframe timeframe,
    Instant timestamp) {

  /** The same voice with another side. */
  public Peer saying(Direction side) {
    return new Peer(id, source, symbol, side, timeframe, timestamp);
  }

  /**
   * What a signal says, for those that are compared with it.
   *
   * @throws java.util.NoSuchElementException if it takes no side
   */
  public static Peer of(Signal signal) {
    return new Peer(
        signal.id().toString(),
        signal.source(),
        signal.symbol(),
        signal.intent().side().orElseThrow(),
        signal.timeframe(),
        signal.timestamp());
  }
}
