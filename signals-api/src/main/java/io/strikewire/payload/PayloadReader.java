package io.strikewire.payload;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads typed fields and remembers every mistake on the way, so that a sender is told all of them
 * at once. A field that is wrong reads as empty; ask {@link #mistakes()} before believing the rest.
 */
public final class PayloadReader {

  /** The largest power of ten, up and down, that a number may have. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,2})?");

  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final int MAGNITUDE = 18;

  private static final int ISO_DAY = "2026-11-23".length();

  private static final BigDecimal FIRST_MILLISECOND_NOTATION = new BigDecimal("100000000000");

  private final Payload payload;
  private final List<Mistake> mistakes = new ArrayList<>();

  /** A reader of this object. */
  public PayloadReader(Payload payload) {
    this.payload = payload;
  }

  /** What was wrong so far, in the order found. */
  public List<Mistake> mistakes() {
    return List.copyOf(mistakes);
  }

  /** Notes a mistake of the caller's own finding. */
  public void mistake(String field, Object received, String accepted) {
    mistakes.add(new Mistake(field, String.valueOf(received), accepted));
  }

  /** Text under the first of these names that is present; blank text is a mistake. */
  public Optional<String> text(String accepted, String... names) {
    return read(accepted, PayloadReader::textOf, names);
  }

  /** A value of the caller's kind, read from text (or from a number's text). */
  public <T> Optional<T> parsed(
      String accepted, Function<String, Optional<T>> parser, String... names) {
    return read(accepted, value -> textOf(value).flatMap(parser), names);
  }

  /** The same as {@link #parsed}, and a mistake when none of the names is present. */
  public <T> Optional<T> required(
      String accepted, Function<String, Optional<T>> parser, String... names) {
    if (payload.first(names).isEmpty()) {
      mistake(names[0], "nothing", accepted);
      return Optional.empty();
    }
    return parsed(accepted, parser, names);
  }

  /** A number, or text that is one. */
  public Optional<BigDecimal> number(String accepted, String... names) {
    return read(accepted, PayloadReader::numberOf, names);
  }

  /** A number above zero, or text that is one. */
  public Optional<BigDecimal> positive(String accepted, String... names) {
    return read(accepted, value -> numberOf(value).filter(n -> n.signum() > 0), names);
  }

  /** An instant: ISO 8601 with a zone, or seconds or milliseconds since 1970 by magnitude. */
  public Optional<Instant> instant(String... names) {
    return read(
        "ISO 8601 with a zone (2026-11-23T15:00:00Z), or Unix seconds or milliseconds",
        PayloadReader::instantOf,
        names);
  }

  private <T> Optional<T> read(
      String accepted, Function<Object, Optional<T>> reading, String... names) {
    for (String name : names) {
      Optional<Object> value = payload.first(name);
      if (value.isPresent()) {
        Optional<T> read = reading.apply(value.get());
        if (read.isEmpty()) {
          mistake(name, value.get(), accepted);
        }
        return read;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> textOf(Object value) {
    if (value instanceof String text) {
      return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
    return numberOf(value).map(BigDecimal::toPlainString);
  }

  /** A number within bounds that nothing downstream chokes on. */
  static Optional<BigDecimal> numberOf(Object value) {
    BigDecimal number;
    if (value instanceof BigDecimal already) {
      number = already;
    } else if (value instanceof String text && NUMBER.matcher(text.strip()).matches()) {
      number = new BigDecimal(text.strip());
    } else {
      return Optional.empty();
    }
    long leading = (long) number.precision() - number.scale();
    boolean bounded =
        number.signum() == 0
            ? Math.abs((long) number.scale()) <= 2L * MAGNITUDE
            : leading <= MAGNITUDE && number.scale() <= 2 * MAGNITUDE;
    return bounded ? Optional.of(number) : Optional.empty();
  }

  private static Optional<Instant> instantOf(Object value) {
    Optional<BigDecimal> number = numberOf(value);
    if (number.isPresent()) {
      return epoch(number.get());
    }
    if (!(value instanceof String text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(timeIn(text.strip())).filter(PayloadReader::sane);
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /** A day on its own is its beginning in UTC. */
  private static Instant timeIn(String text) {
    return text.length() == ISO_DAY
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }

  private static Optional<Instant> epoch(BigDecimal number) {
    if (number.signum() <= 0 || number.precision() - number.scale() > 14) {
      return Optional.empty();
    }
    BigDecimal millis =
        number.compareTo(FIRST_MILLISECOND_NOTATION) >= 0 ? number : number.movePointRight(3);
    return Optional.of(Instant.ofEpochMilli(millis.longValue())).filter(PayloadReader::sane);
  }

  private static boolean sane(Instant instant) {
    return instant.isAfter(EARLIEST) && instant.isBefore(LATEST);
  }
}
