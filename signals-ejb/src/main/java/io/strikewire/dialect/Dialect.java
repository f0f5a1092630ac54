package io.strikewire.dialect;

import io.strikewire.payload.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How one sender writes. */
public interface Dialect {

  /** Every dialect, in the order in which they are tried; the last one takes all that is left. */
  List<Dialect> IN_ORDER =
      List.of(
          new StratEngine(),
          new SatyPhase(),
          new OrbBhch(),
          new MtfTrendDots(),
          new UltimateOption(),
          new OrderForm());

  /** The dialect of a payload. Total: every payload has exactly one. */
  static Dialect of(Payload payload) {
    return IN_ORDER.stream()
        .filter(dialect -> dialect.speaks(payload))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the last dialect takes every payload"));
  }

  /** The sender's name. */
  String name();

  /** Whether a payload has this sender's marks. */
  boolean speaks(Payload payload);

  /** Where this sender says which bar the alert is of. */
  List<String> barFields();

  /** Where this sender says when the alert fired. */
  List<String> timeFields();

  /** Where this sender says what the underlying costs. */
  List<String> priceFields();

  /** The value of the first of these fields that is present. */
  static Optional<Object> first(Payload payload, List<String> fields) {
    Fields values = new Fields(payload);
    return fields.stream().map(values::value).flatMap(Optional::stream).findFirst();
  }

  /** Reads a payload with this sender's marks. Never throws on any payload. */
  Parsed read(Payload payload, Terms terms, Instant now);
}
