package io.strikewire.deploy.boot;

import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;

/** Log lines as usual, with the tokens that senders carry in their paths made unreadable. */
public final class MaskedLines extends SimpleFormatter {

  private static final Pattern TOKEN = Pattern.compile("swt_[A-Za-z0-9_%-]+");

  @Override
  public String format(LogRecord line) {
    return masked(super.format(line));
  }

  /** The text without any token. */
  public static String masked(String text) {
    return text.contains("swt_") ? TOKEN.matcher(text).replaceAll("swt_***") : text;
  }
}
