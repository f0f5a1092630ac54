package io.strikewire.whatif;

import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A question's object, read field by field. What cannot be read is refused with {@link
 * UnreadableFact}, which names the field by its path.
 *
 * @param path where the object stands in the question, {@code input.position}
 * @param payload its fields
 */
public record Facts(String path, Payload payload) {

  /** Whether the field is there, and not null. */
  public boolean has(String name) {
    return payload.first(name).isPresent();
  }

  /** A nested object; without fields when absent. */
  public Facts object(String name) {
    Optional<Object> value = payload.first(name);
    if (value.isEmpty()) {
      return new Facts(at(name), Payload.EMPTY);
    }
    if (value.get() instanceof Payload nested) {
      return new Facts(at(name), nested);
    }
    throw refused(name, "an object");
  }

  /** A nested object as a sender sent it; without fields when it is anything else. */
  public Payload sent(String name) {
    return payload.object(name);
  }

  /** Nested objects of a list; none when absent. */
  public List<Facts> list(String name) {
    Object value = payload.first(name).orElse(List.of());
    if (!(value instanceof List<?> items)) {
      throw refused(name, "a list of objects");
    }
    List<Facts> facts = new ArrayList<>();
    for (Object item : items) {
      if (!(item instanceof Payload nested)) {
        throw refused(name, "a list of objects");
      }
      facts.add(new Facts(at(name) + '[' + facts.size() + ']', nested));
    }
    return facts;
  }

  /** A number, exact. */
  public Optional<BigDecimal> decimal(String name) {
    Optional<Object> value = payload.first(name);
    if (value.isPresent() && !(value.get() instanceof BigDecimal)) {
      throw refused(name, "a number");
    }
    return value.map(BigDecimal.class::cast);
  }

  /** A number that has to be there. */
  public BigDecimal requiredDecimal(String name) {
    return decimal(name).orElseThrow(() -> refused(name, "a number"));
  }

  /** A whole number of at most nine digits that has to be there. */
  public int requiredWhole(String name) {
    try {
      return requiredDecimal(name).intValueExact();
    } catch (ArithmeticException notWhole) {
      throw refused(name, "a whole number");
    }
  }

  /** Text. */
  public Optional<String> text(String name) {
    Optional<Object> value = payload.first(name);
    if (value.isPresent() && !(value.get() instanceof String)) {
      throw refused(name, "text");
    }
    return value.map(String.class::cast);
  }

  /** Text that has to be there. */
  public String requiredText(String name) {
    return text(name).orElseThrow(() -> refused(name, "text"));
  }

  /** An instant in ISO 8601 with a zone that has to be there. */
  public Instant requiredInstant(String name) {
    return instant(name)
        .orElseThrow(() -> refused(name, "an instant such as 2026-11-23T15:00:00Z"));
  }

  /** An instant in ISO 8601 with a zone. */
  public Optional<Instant> instant(String name) {
    try {
      return text(name).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException notAnInstant) {
      throw refused(name, "an instant such as 2026-11-23T15:00:00Z");
    }
  }

  /** One of an enumeration's names, in any case, that has to be there. */
  public <E extends Enum<E>> E requiredOne(String name, Class<E> kind) {
    String text = requiredText(name).toUpperCase(Locale.ROOT);
    for (E one : kind.getEnumConstants()) {
      if (one.name().equals(text)) {
        return one;
      }
    }
    throw refused(name, "one of " + List.of(kind.getEnumConstants()));
  }

  /** The refusal of a field: where it stands, what is accepted and what came. */
  public UnreadableFact refused(String name, String accepted) {
    return new UnreadableFact(
        new Mistake(
            at(name), payload.first(name).map(Object::toString).orElse("nothing"), accepted));
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + '.' + name;
  }
}
