package io.strikewire.validate;

import io.strikewire.option.OptionContract;
import io.strikewire.payload.Payload;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Peer;
import io.strikewire.signal.Signal;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that validation looks at.
 *
 * @param contract the option that is to be bought, if it is named
 * @param timestamp when the alert fired, by its sender's word
 * @param metadata what the sender says of the alert
 * @param lastEntry when a signal of this symbol and side last entered in the portfolio
 * @param peers the latest signals of the symbol, one for each source and timeframe
 * @param now when it is asked
 */
public record ValidationQuestion(
    Symbol symbol,
    Optional<OptionContract> contract,
    Direction side,
    Timeframe timeframe,
    Instant timestamp,
    Payload metadata,
    Optional<Instant> lastEntry,
    List<Peer> peers,
    Instant now) {

  /** The question that a signal asks. */
  public static ValidationQuestion of(
      Signal signal, Optional<Instant> lastEntry, List<Peer> peers, Instant now) {
    return new ValidationQuestion(
        signal.symbol(),
        signal.contract(),
        signal.intent().side().orElseThrow(),
        signal.timeframe(),
        signal.timestamp(),
        signal.metadata(),
        lastEntry,
        peers,
        now);
  }

  ValidationQuestion withLastEntry(Instant entry) {
    return changed(timestamp, metadata, Optional.of(entry), peers, now);
  }

  ValidationQuestion withTimestamp(Instant fired) {
    return changed(fired, metadata, lastEntry, peers, now);
  }

  ValidationQuestion withMetadata(Payload said) {
    return changed(timestamp, said, lastEntry, peers, now);
  }

  ValidationQuestion withPeers(List<Peer> others) {
    return changed(timestamp, metadata, lastEntry, others, now);
  }

  /** The same at another time, the alert as old as it is. */
  ValidationQuestion at(Instant moment) {
    Duration age = Duration.between(timestamp, now);
    return changed(moment.minus(age), metadata, lastEntry, peers, moment);
  }

  private ValidationQuestion changed(
      Instant fired, Payload said, Optional<Instant> entry, List<Peer> others, Instant moment) {
    return new ValidationQuestion(
        symbol, contract, side, timeframe, fired, said, entry, others, moment);
  }
}
