package io.strikewire.deploy.boot;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/** What a log record says, fit to be written: without secrets, and on one line. */
final class LogText {

  private static final Pattern SECRETS =
      Pattern.compile(
          "(?i)(://[^:/@\\s]+:)[^@/\\s]+(@)|((?:password|secret|token|api[-_]?key)[=:]\\s*)[^\\s,;&\"]+");
  private static final Pattern TOKEN = Pattern.compile("swt_[A-Za-z0-9_%-]+");

  /** What SECRETS begin with, in lower case: most lines have none, and are not searched further. */
  private static final List<String> BEFORE_SECRETS =
      List.of("://", "password", "secret", "token", "api");

  private LogText() {}

  /** Whether what is logged was made up for a demonstration. */
  static boolean ofDemo() {
    return Boolean.getBoolean("strikewire.demo");
  }

  /** The guide's words for how bad it is: ERROR is what a person must act on. */
  static String level(LogRecord line) {
    int level = line.getLevel().intValue();
    if (level >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    return level >= Level.WARNING.intValue()
        ? "WARN"
        : level >= Level.INFO.intValue() ? "INFO" : "DEBUG";
  }

  /** The message with its parameters. */
  static String message(LogRecord line) {
    String text = said(line);
    Object[] parameters = line.getParameters();
    if (parameters != null && parameters.length > 0 && text.indexOf('{') >= 0) {
      try {
        text = MessageFormat.format(text, parameters);
      } catch (IllegalArgumentException notAPattern) {
        return masked(text);
      }
    }
    return masked(text);
  }

  /** What a record tells of, where its one parameter is a list of outcomes; else nothing. */
  static List<Map<?, ?>> outcomes(LogRecord line) {
    Object[] parameters = line.getParameters();
    if (parameters == null
        || parameters.length != 1
        || !(parameters[0] instanceof List<?> many)
        || !many.stream().allMatch(Map.class::isInstance)) {
      return List.of();
    }
    return many.stream().<Map<?, ?>>map(Map.class::cast).toList();
  }

  /** The message, once for each of its outcomes where there are some. */
  static List<String> messages(LogRecord line) {
    List<Map<?, ?>> outcomes = outcomes(line);
    if (outcomes.isEmpty()) {
      return List.of(message(line));
    }
    String said = said(line);
    return outcomes.stream().map(one -> masked(said.replace("{0}", one.toString()))).toList();
  }

  /** The words of a bundle, where the message is the name of some. */
  private static String said(LogRecord line) {
    String text = String.valueOf(line.getMessage());
    ResourceBundle words = line.getResourceBundle();
    return words != null && words.containsKey(text) ? words.getString(text) : text;
  }

  /** The exception with where it came from; empty when there is none. */
  static String thrown(LogRecord line) {
    if (line.getThrown() == null) {
      return "";
    }
    StringWriter trace = new StringWriter();
    line.getThrown().printStackTrace(new PrintWriter(trace));
    return masked(trace.toString());
  }

  static String masked(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String without =
        BEFORE_SECRETS.stream().anyMatch(lower::contains)
            ? SECRETS.matcher(text).replaceAll("$1$3***$2")
            : text;
    return without.contains("swt_") ? TOKEN.matcher(without).replaceAll("swt_***") : without;
  }
}
