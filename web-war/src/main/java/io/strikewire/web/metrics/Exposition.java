package io.strikewire.web.metrics;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which form of the metrics a caller wants. */
public final class Exposition {

  private Exposition() {}

  /** Whether {@code Accept} asks for the text that scrapers read, before it asks for JSON. */
  public static boolean isWanted(@Nullable String accept) {
    if (accept == null) {
      return false;
    }
    for (String range : accept.toLowerCase(Locale.ROOT).split(",")) {
      String type = range.split(";", 2)[0].strip();
      if (type.equals("application/json")) {
        return false;
      }
      if (type.equals("text/plain") || type.equals("application/openmetrics-text")) {
        return true;
      }
    }
    return false;
  }
}
