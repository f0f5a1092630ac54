package io.strikewire.decide;

import io.strikewire.event.SignalEvent.Surroundings;
import io.strikewire.payload.Payload;
import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Signal;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import java.time.Instant;

/**
 * All that a decision on an entry looks at.
 *
 * @param side what is to be bought
 * @param timestamp when the alert fired, by its sender's word
 * @param metadata what the indicator said of itself
 * @param contractNamed whether strike and expiration are known
 * @param around the market, gamma exposure, price, exposure and other signals
 * @param now when it is decided
 */
public record EntryQuestion(
    Symbol symbol,
    Direction side,
    Timeframe timeframe,
    Instant timestamp,
    Payload metadata,
    AuthGrade grade,
    boolean contractNamed,
    Surroundings around,
    Instant now) {

  /** The question that a signal asks. */
  public static EntryQuestion of(Signal signal, Surroundings around, Instant now) {
    return new EntryQuestion(
        signal.symbol(),
        signal.intent().side().orElseThrow(),
        signal.timeframe(),
        signal.timestamp(),
        signal.metadata(),
        signal.grade(),
        signal.contract().isPresent(),
        around,
        now);
  }

  /** The same question in other surroundings. */
  EntryQuestion around(Surroundings other) {
    return new EntryQuestion(
        symbol, side, timeframe, timestamp, metadata, grade, contractNamed, other, now);
  }

  /** The same question of an alert that says other things of itself. */
  EntryQuestion metadata(Payload other) {
    return new EntryQuestion(
        symbol, side, timeframe, timestamp, other, grade, contractNamed, around, now);
  }

  /** The same question of an alert that fired at another time. */
  EntryQuestion timestamp(Instant other) {
    return new EntryQuestion(
        symbol, side, timeframe, other, metadata, grade, contractNamed, around, now);
  }
}
