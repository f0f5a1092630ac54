package io.strikewire.intake;

import io.strikewire.inbox.Delivery;
import io.strikewire.json.JsonText;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.signal.RawSignal;
import io.strikewire.signal.SignalId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Says what a delivered object is.
 *
 * @param dedupWindow how long the same body without a time counts as the same delivery
 * @param timestampRequired whether an alert has to say when it happened
 */
public record DeliveryReader(Duration dedupWindow, boolean timestampRequired) {

  private static final String DEFAULT_SOURCE = "TRADINGVIEW";

  /** What it turned out to be. */
  public sealed interface Reading {
    /** An alert that was understood. */
    record Alert(Arrival arrival) implements Reading {}

    /** A report on the market. */
    record Context(Payload payload, SortedMap<String, Instant> keys) implements Reading {}

    /** Neither; every mistake. */
    record Mistaken(List<Mistake> mistakes) implements Reading {}
  }

  /**
   * Reads one object.
   *
   * @param id its name from now on
   * @param delivery what it came in, with the object's own bytes as the body
   */
  public Reading read(UUID id, Delivery delivery, Payload payload, Instant now) {
    boolean timed = AlertDialect.hasTimestamp(payload);
    if (payload.first("type").filter("CONTEXT"::equals).isPresent()) {
      return new Reading.Context(payload, DeliveryKeys.of(delivery, timed, dedupWindow, now));
    }
    RawSignal raw =
        new RawSignal(new SignalId(id), delivery.portfolio(), delivery.grade(), payload, now);
    AlertDialect.Reading alert = AlertDialect.read(raw, delivery.source().orElse(DEFAULT_SOURCE));
    if (alert instanceof AlertDialect.Reading.Mistaken mistaken) {
      return new Reading.Mistaken(mistaken.mistakes());
    }
    if (timestampRequired && !timed) {
      return new Reading.Mistaken(
          List.of(new Mistake("timestamp", "nothing", "when the alert fired")));
    }
    AlertDialect.Reading.Understood understood = (AlertDialect.Reading.Understood) alert;
    return new Reading.Alert(
        new Arrival(
            understood.signal(),
            JsonText.of(understood.signal().metadata()),
            new String(delivery.body(), StandardCharsets.UTF_8),
            DeliveryKeys.of(delivery, timed, dedupWindow, now)));
  }
}
