package io.strikewire.context;

import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.payload.PayloadReader;
import java.util.List;
import java.util.Optional;

/**
 * A nested object of a report, its mistakes named by path.
 *
 * @param otherKind what was sent in the object's place, if anything was
 */
record Section(String name, PayloadReader reader, Optional<Object> otherKind) {

  static Section of(Payload body, String name) {
    return new Section(
        name,
        new PayloadReader(body.object(name)),
        body.first(name).filter(value -> !(value instanceof Payload)));
  }

  List<Mistake> mistakes() {
    if (otherKind.isPresent()) {
      return List.of(new Mistake(name, String.valueOf(otherKind.get()), "an object"));
    }
    return reader.mistakes().stream()
        .map(found -> new Mistake(name + "." + found.field(), found.received(), found.accepted()))
        .toList();
  }
}
