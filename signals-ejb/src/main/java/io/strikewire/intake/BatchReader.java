package io.strikewire.intake;

import io.strikewire.inbox.Delivery;
import io.strikewire.inbox.Inbox;
import io.strikewire.json.JsonText;
import io.strikewire.json.StrictJson;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a delivery of several signals apart: {@code {"signals":[{…},{…}]}}. */
public final class BatchReader {

  private static final String SIGNALS = "signals";

  private BatchReader() {}

  /**
   * One of them.
   *
   * @param delivery as if it had come alone: its own body, and its place added to the delivery's
   *     idempotency key
   */
  public record Item(Delivery delivery, Payload payload) {}

  /** What the delivery turned out to be. */
  public sealed interface Reading {
    /** Its signals, none of them read yet. */
    record Items(List<Item> items) implements Reading {}

    /** Not a batch; every mistake. */
    record Mistaken(List<Mistake> mistakes) implements Reading {}
  }

  /** Reads the delivery's body. */
  public static Reading read(Delivery delivery) {
    StrictJson.Reading json = StrictJson.read(delivery.body());
    if (json instanceof StrictJson.Reading.Malformed malformed) {
      return new Reading.Mistaken(List.of(malformed.mistake()));
    }
    Optional<Object> signals = ((StrictJson.Reading.Read) json).payload().first(SIGNALS);
    if (signals.isEmpty() || !(signals.get() instanceof List<?> list)) {
      return mistaken(SIGNALS, signals.isEmpty() ? "nothing" : "no array");
    }
    if (list.isEmpty() || list.size() > Inbox.MOST_IN_A_BATCH) {
      return mistaken(SIGNALS, list.size() + " items");
    }
    List<Item> items = new ArrayList<>();
    for (Object item : list) {
      if (!(item instanceof Payload payload)) {
        return mistaken(SIGNALS + '[' + items.size() + ']', String.valueOf(item));
      }
      items.add(new Item(alone(delivery, payload, items.size()), payload));
    }
    return new Reading.Items(items);
  }

  private static Delivery alone(Delivery batch, Payload payload, int place) {
    return new Delivery(
        batch.sender(),
        batch.portfolio(),
        batch.defaults(),
        batch.grade(),
        batch.freshWithin(),
        batch.idempotencyKey().map(key -> key + '#' + place),
        JsonText.of(payload).getBytes(StandardCharsets.UTF_8));
  }

  private static Reading mistaken(String field, String received) {
    return new Reading.Mistaken(
        List.of(
            new Mistake(
                field, received, "an array of 1 to " + Inbox.MOST_IN_A_BATCH + " alert objects")));
  }
}
