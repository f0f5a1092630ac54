package io.strikewire.deploy.boot;

import java.util.List;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * Each record as one line of JSON: {@code at}, {@code level}, {@code logger}, {@code message}, and
 * {@code demo} in a demonstration. Maps among the parameters are the line's own fields; a list of
 * maps is a line for each of them, so that a batch of outcomes is written at once. Nothing that
 * came in from outside can end the line.
 */
public final class JsonLines extends Formatter {

  @Override
  public String format(LogRecord line) {
    StringBuilder json = new StringBuilder(256);
    List<Map<?, ?>> outcomes = LogText.outcomes(line);
    for (Map<?, ?> outcome : outcomes) {
      begin(json, line);
      fields(json, outcome);
      json.append("}\n");
    }
    if (!outcomes.isEmpty()) {
      return json.toString();
    }
    begin(json, line);
    field(json, "message", LogText.message(line));
    String thrown = LogText.thrown(line);
    if (!thrown.isEmpty()) {
      field(json, "exception", thrown);
    }
    return json.append("}\n").toString();
  }

  private static void begin(StringBuilder json, LogRecord line) {
    json.append("{\"at\":\"").append(line.getInstant()).append('"');
    field(json, "level", LogText.level(line));
    field(json, "logger", String.valueOf(line.getLoggerName()));
    if (LogText.ofDemo()) {
      json.append(",\"demo\":true");
    }
  }

  private static void fields(StringBuilder json, Map<?, ?> fields) {
    fields.forEach(
        (name, value) -> {
          if (value instanceof Number) {
            json.append(",\"").append(name).append("\":").append(value);
          } else {
            field(json, String.valueOf(name), String.valueOf(value));
          }
        });
  }

  private static void field(StringBuilder json, String name, String text) {
    json.append(",\"").append(name).append("\":\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < ' '
              || c == '\u007f'
              || c == '\u2028'
              || c == '\u2029'
              || Character.isSurrogate(c)) {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}
