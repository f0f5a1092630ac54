package io.strikewire.deploy.boot;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * Each record as one line that a person reads, many outcomes as a line for each; an exception
 * follows on lines of its own.
 */
public final class TextLines extends Formatter {

  private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\u2028\u2029&&[^\t]]");

  @Override
  public String format(LogRecord line) {
    String beginning =
        line.getInstant()
            + (LogText.ofDemo() ? " DEMO " : " ")
            + LogText.level(line)
            + " "
            + line.getLoggerName()
            + " ";
    StringBuilder text = new StringBuilder();
    for (String message : LogText.messages(line)) {
      text.append(beginning).append(visible(message)).append(System.lineSeparator());
    }
    String thrown = LogText.thrown(line);
    return thrown.isEmpty()
        ? text.toString()
        : text.append(thrown).append(System.lineSeparator()).toString();
  }

  /** What a terminal would act on is shown as a question mark. */
  private static String visible(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '\u007f' || c == '\u2028' || c == '\u2029') {
        return UNFIT.matcher(text).replaceAll("?");
      }
    }
    return text;
  }
}
