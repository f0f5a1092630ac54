package io.strikewire.deploy.boot;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** Each record as one line that a person reads; an exception follows on lines of its own. */
public final class TextLines extends Formatter {

  @Override
  public String format(LogRecord line) {
    String thrown = LogText.thrown(line);
    return line.getInstant()
        + (LogText.ofDemo() ? " DEMO " : " ")
        + LogText.level(line)
        + " "
        + line.getLoggerName()
        + " "
        + visible(LogText.message(line))
        + (thrown.isEmpty() ? "" : System.lineSeparator() + thrown)
        + System.lineSeparator();
  }

  /** What a terminal would act on is shown as a question mark. */
  private static String visible(String text) {
    return text.replaceAll("[\\p{Cntrl}\u2028\u2029&&[^\t]]", "?");
  }
}
