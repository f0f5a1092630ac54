package io.strikewire.signal;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bar size an alert was computed on, one name per size: {@code 60}, {@code 60m}, {@code 1hr}
 * and {@code 1h} are all {@code 1h}.
 *
 * @param bar length of one bar; a month counts 30 days
 */
public record Timeframe(Duration bar) {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{0,4})\\s*"
              + "(s|sec|secs|second|seconds|m|min|mins|minute|minutes|h|hr|hrs|hour|hours"
              + "|d|day|days|daily|w|wk|week|weeks|weekly|mo|mon|month|months|monthly)?");
  private static final Duration LONGEST = Duration.ofDays(366);

  public Timeframe {
    if (bar.isNegative() || bar.isZero() || bar.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a bar is longer than nothing and at most a year: " + bar);
    }
  }

  /**
   * Reads what senders write: plain digits are minutes; {@code D}, {@code W} and TradingView's
   * capital {@code M} are a day, a week and a month.
   */
  public static Optional<Timeframe> parse(String text) {
    String form = text.strip();
    if (form.endsWith("M")) {
      form = form.substring(0, form.length() - 1) + "mo";
    }
    Matcher matcher = FORM.matcher(form.toLowerCase(Locale.ROOT));
    if (form.isEmpty() || !matcher.matches()) {
      return Optional.empty();
    }
    String unit = matcher.group(2) == null ? "m" : matcher.group(2);
    boolean bareMinutes =
        matcher.group(1).isEmpty() && unit.startsWith("m") && !unit.startsWith("mo");
    int count = matcher.group(1).isEmpty() ? 1 : Integer.parseInt(matcher.group(1));
    Duration bar = lengthOf(unit).multipliedBy(count);
    boolean sensible = !bareMinutes && !bar.isZero() && bar.compareTo(LONGEST) <= 0;
    return sensible ? Optional.of(new Timeframe(bar)) : Optional.empty();
  }

  private static Duration lengthOf(String unit) {
    if (unit.startsWith("mo")) {
      return Duration.ofDays(30);
    }
    return switch (unit.charAt(0)) {
      case 's' -> Duration.ofSeconds(1);
      case 'h' -> Duration.ofHours(1);
      case 'd' -> Duration.ofDays(1);
      case 'w' -> Duration.ofDays(7);
      default -> Duration.ofMinutes(1);
    };
  }

  /** The canonical name, which {@link #parse} reads back: {@code 30s 5m 1h 4h 1d 1w 1mo}. */
  @Override
  public String toString() {
    long seconds = bar.toSeconds();
    if (seconds % Duration.ofDays(30).toSeconds() == 0) {
      return seconds / Duration.ofDays(30).toSeconds() + "mo";
    }
    if (seconds % Duration.ofDays(7).toSeconds() == 0) {
      return seconds / Duration.ofDays(7).toSeconds() + "w";
    }
    if (seconds % Duration.ofDays(1).toSeconds() == 0) {
      return seconds / Duration.ofDays(1).toSeconds() + "d";
    }
    if (seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
