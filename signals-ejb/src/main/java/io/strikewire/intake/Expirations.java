package io.strikewire.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Expiration dates as senders write them; only days that exist. */
final class Expirations {

  private static final List<DateTimeFormatter> FORMS =
      List.of(form("uuuu-MM-dd"), form("M/d/uuuu"), form("uuMMdd"), form("uuuuMMdd"));

  private Expirations() {}

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  static Optional<LocalDate> parse(String text) {
    for (DateTimeFormatter form : FORMS) {
      try {
        return Optional.of(LocalDate.parse(text.strip(), form));
      } catch (DateTimeException notThisForm) {
        continue;
      }
    }
    return Optional.empty();
  }
}
