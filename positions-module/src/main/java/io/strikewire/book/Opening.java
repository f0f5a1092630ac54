package io.strikewire.book;

import io.strikewire.broker.PaperBroker;
import io.strikewire.event.SignalEvent.Entered;
import io.strikewire.position.Fill;
import io.strikewire.position.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A position as it is opened.
 *
 * @param fill the execution that opened it
 */
public record Opening(Position position, Fill fill) {

  /** Buys what was decided. The position's name is derived from the signal's. */
  public static Opening of(Entered entry, PaperBroker broker, Instant now) {
    Fill fill = broker.buy(entry.price(), entry.decision().positionSize(), now);
    PositionFold fold = PositionFold.of(List.of(fill));
    Position position =
        new Position(
            UUID.nameUUIDFromBytes(("position:" + entry.id()).getBytes(StandardCharsets.UTF_8)),
            entry.id(),
            entry.signal().portfolio(),
            entry.signal().symbol(),
            entry.signal().contract().orElseThrow(),
            fold.quantity(),
            fold.entryPrice(),
            fill.price(),
            entry.price().basis(),
            fold.unrealizedPnl(fill.price()),
            fold.realizedPnl(),
            Optional.empty(),
            now,
            Optional.empty());
    return new Opening(position, fill);
  }
}
