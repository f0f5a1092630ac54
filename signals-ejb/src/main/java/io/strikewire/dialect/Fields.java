package io.strikewire.dialect;

import io.strikewire.payload.Payload;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Fields of a payload by their paths, {@code instrument.symbol}; a wrong kind reads as absent. */
record Fields(Payload payload) {

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

  Optional<Object> value(String path) {
    Payload here = payload;
    String rest = path;
    for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
      here = here.object(rest.substring(0, dot));
      rest = rest.substring(dot + 1);
    }
    return here.first(rest);
  }

  boolean hasObject(String path) {
    return value(path).filter(Payload.class::isInstance).isPresent();
  }

  boolean isTrue(String path) {
    return value(path).filter(Boolean.TRUE::equals).isPresent();
  }

  /** Text that is not blank, under the first of these paths that is present. */
  Optional<String> text(String... paths) {
    for (String path : paths) {
      Optional<Object> value = value(path);
      if (value.isPresent()) {
        return value
            .filter(String.class::isInstance)
            .map(text -> ((String) text).strip())
            .filter(text -> !text.isEmpty());
      }
    }
    return Optional.empty();
  }

  /** The same in upper case. */
  String word(String... paths) {
    return text(paths).map(text -> text.toUpperCase(Locale.ROOT)).orElse("");
  }

  /** A JSON number. */
  Optional<BigDecimal> number(String path) {
    return value(path).filter(BigDecimal.class::isInstance).map(BigDecimal.class::cast);
  }

  /** A number above zero, or text that is one, under the first of these paths that has one. */
  Optional<BigDecimal> positive(String... paths) {
    for (String path : paths) {
      Optional<BigDecimal> found =
          value(path).flatMap(Fields::decimal).filter(number -> number.signum() > 0);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  Optional<Symbol> symbol(String... paths) {
    return text(paths).flatMap(Symbol::parse);
  }

  /** A number or text that is exactly one. */
  static Optional<BigDecimal> decimal(Object value) {
    if (value instanceof BigDecimal number) {
      return Optional.of(number);
    }
    return value instanceof String text && DECIMAL.matcher(text.strip()).matches()
        ? Optional.of(new BigDecimal(text.strip()))
        : Optional.empty();
  }

  /**
   * These fields under other names, without those that are absent.
   *
   * @param names pairs of a new name and a path; a single name stands for itself
   */
  Map<String, Object> pick(String... names) {
    Map<String, Object> picked = new LinkedHashMap<>();
    for (String name : names) {
      int colon = name.indexOf(':');
      String target = colon < 0 ? name : name.substring(0, colon);
      String path = colon < 0 ? name : name.substring(colon + 1);
      value(path).ifPresent(value -> picked.put(target, value));
    }
    return picked;
  }
}
