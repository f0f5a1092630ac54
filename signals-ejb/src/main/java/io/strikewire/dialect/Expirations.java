package io.strikewire.dialect;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Expiration dates as senders write them; only days that exist. */
public final class Expirations {

  private static final List<DateTimeFormatter> FORMS =
      List.of(
          form("uuuu-MM-dd"),
          form("M/d/uuuu"),
          form("uuMMdd"),
          form("uuuuMMdd"),
          form("uuuu/M/d"),
          form("MMM d uuuu"),
          form("MMM d, uuuu"),
          form("MMMM d, uuuu"),
          form("MMMM d uuuu"),
          form("d MMM uuuu"));

  /** What has a date's shape, whether or not there is such a day. */
  private static final Pattern SHAPE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4}|\\d{6}");

  private Expirations() {}

  private static DateTimeFormatter form(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The day; of an instant in ISO 8601 the day it names. */
  public static Optional<LocalDate> parse(String text) {
    String date = text.strip().replaceFirst("T\\d{2}:\\d{2}.*$", "");
    for (DateTimeFormatter form : FORMS) {
      try {
        return Optional.of(LocalDate.parse(date, form));
      } catch (DateTimeException notThisForm) {
        continue;
      }
    }
    return Optional.empty();
  }

  static boolean looksLikeOne(String text) {
    return SHAPE.matcher(text.strip()).matches() || parse(text).isPresent();
  }
}
