package io.strikewire.intake;

import io.strikewire.inbox.Delivery;
import io.strikewire.json.JsonText;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.payload.PayloadReader;
import io.strikewire.signal.RawSignal;
import io.strikewire.signal.SignalId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Says what a delivered object is.
 *
 * @param dedupWindow how long the same body without a time counts as the same delivery
 * @param timestampRequired whether an alert has to say when it happened
 */
public record DeliveryReader(Duration dedupWindow, boolean timestampRequired) {

  private static final int LONGEST_INTERVAL = 86_400;

  /** What it turned out to be. */
  public sealed interface Reading {
    /** An alert that was understood. */
    record Alert(Arrival arrival) implements Reading {}

    /** A report on the market. */
    record Context(Payload payload, SortedMap<String, Instant> keys) implements Reading {}

    /**
     * A strategy says that it is alive.
     *
     * @param interval when it will say so again
     */
    record Heartbeat(String strategy, Duration interval) implements Reading {}

    /** None of these; every mistake. */
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
    if (payload.first("type").filter("HEARTBEAT"::equals).isPresent()) {
      return heartbeat(payload);
    }
    Payload whole = LeftOut.filled(payload, delivery.defaults());
    RawSignal raw =
        new RawSignal(new SignalId(id), delivery.portfolio(), delivery.grade(), whole, now);
    AlertDialect.Reading alert = AlertDialect.read(raw, delivery.defaults().source());
    if (alert instanceof AlertDialect.Reading.Mistaken mistaken) {
      return new Reading.Mistaken(mistaken.mistakes());
    }
    AlertDialect.Reading.Understood understood = (AlertDialect.Reading.Understood) alert;
    boolean rehearsal = understood.signal().isRehearsal();
    if ((timestampRequired || delivery.freshWithin().isPresent()) && !timed && !rehearsal) {
      return new Reading.Mistaken(
          List.of(new Mistake("timestamp", "nothing", "when the alert fired")));
    }
    Instant firedAt = understood.signal().timestamp();
    Optional<Duration> bound =
        delivery
            .freshWithin()
            .filter(most -> Duration.between(firedAt, now).abs().compareTo(most) > 0);
    if (bound.isPresent()) {
      return new Reading.Mistaken(
          List.of(
              new Mistake(
                  "timestamp",
                  firedAt.toString(),
                  "a time within " + bound.get().toSeconds() + " s of ours, " + now)));
    }
    return new Reading.Alert(
        new Arrival(
            understood.signal(),
            JsonText.of(understood.signal().metadata()),
            whole == payload
                ? new String(delivery.body(), StandardCharsets.UTF_8)
                : JsonText.of(whole),
            DeliveryKeys.of(delivery, timed, dedupWindow, now)));
  }

  private static Reading heartbeat(Payload payload) {
    PayloadReader reader = new PayloadReader(payload);
    Optional<String> strategy = reader.required("a name", Optional::of, "strategy");
    Optional<Duration> interval =
        reader.required(
            "whole seconds from 1 to " + LONGEST_INTERVAL,
            text ->
                Optional.of(text)
                    .filter(digits -> digits.matches("[0-9]{1,5}"))
                    .map(Integer::valueOf)
                    .filter(seconds -> seconds > 0 && seconds <= LONGEST_INTERVAL)
                    .map(Duration::ofSeconds),
            "interval_seconds");
    return reader.mistakes().isEmpty()
        ? new Reading.Heartbeat(strategy.orElseThrow(), interval.orElseThrow())
        : new Reading.Mistaken(reader.mistakes());
  }
}
