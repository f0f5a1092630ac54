package io.strikewire.payload;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as plain values, in the sender's order: {@link String}, {@link BigDecimal}, {@link
 * Boolean}, {@link List} and nested {@link Payload}. A field that is {@code null} counts as absent.
 */
public final class Payload {

  /** An object without fields. */
  public static final Payload EMPTY = new Payload(Map.of());

  private final Map<String, Object> fields;

  private Payload(Map<String, Object> fields) {
    this.fields = fields;
  }

  /** The object with these fields; values must be of the kinds named above, or null. */
  public static Payload of(Map<String, ? extends @Nullable Object> fields) {
    Map<String, Object> present = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (value != null) {
            present.put(name, value);
          }
        });
    return new Payload(Collections.unmodifiableMap(present));
  }

  /** The value of the first of these names that is present. */
  public Optional<Object> first(String... names) {
    for (String name : names) {
      Object value = fields.get(name);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** The nested object of this name; empty when absent or of another kind. */
  public Payload object(String name) {
    return fields.get(name) instanceof Payload nested ? nested : EMPTY;
  }

  /** The fields, in the sender's order. */
  public Map<String, Object> fields() {
    return fields;
  }

  /** This object with the fields of {@code other} that it lacks. */
  public Payload withDefaults(Payload other) {
    Map<String, Object> merged = new LinkedHashMap<>(fields);
    other.fields.forEach(merged::putIfAbsent);
    return new Payload(Collections.unmodifiableMap(merged));
  }

  /** This object without these fields. */
  public Payload without(Iterable<String> names) {
    Map<String, Object> rest = new LinkedHashMap<>(fields);
    names.forEach(rest::remove);
    return new Payload(Collections.unmodifiableMap(rest));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Payload that && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
