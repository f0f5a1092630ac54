package io.strikewire.context;

import io.strikewire.market.Figure;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The numbers and words of a report's sections, under their paths.
 *
 * @param mistakes what is no figure, and an opening range whose high is below its low
 */
record ReportedFigures(List<Figure> figures, List<Mistake> mistakes) {

  private static final List<String> SECTIONS =
      List.of("volatility", "market", "opening_range", "levels", "breadth");
  private static final int MOST = 100;
  private static final int LONGEST_WORD = 60;

  static ReportedFigures read(Payload body, Instant asOf) {
    ReportedFigures read = new ReportedFigures(new ArrayList<>(), new ArrayList<>());
    for (String section : SECTIONS) {
      for (Map.Entry<String, Object> field : body.object(section).fields().entrySet()) {
        read.add(section + "." + field.getKey(), field.getValue(), asOf);
      }
    }
    if (read.figures.size() > MOST) {
      read.mistakes.add(
          new Mistake("body", read.figures.size() + " figures", "at most " + MOST + " figures"));
    }
    Payload range = body.object("opening_range");
    if (range.first("high").orElse(null) instanceof BigDecimal high
        && range.first("low").orElse(null) instanceof BigDecimal low
        && high.compareTo(low) < 0) {
      read.mistakes.add(
          new Mistake("opening_range.high", high.toPlainString(), "at least the low, " + low));
    }
    return read;
  }

  private void add(String name, Object value, Instant asOf) {
    String text =
        value instanceof BigDecimal number
            ? number.precision() - number.scale() <= 18 && number.scale() <= 18
                ? number.toPlainString()
                : ""
            : value instanceof String || value instanceof Boolean ? String.valueOf(value) : "";
    if (text.isEmpty() || text.length() > LONGEST_WORD || name.length() > LONGEST_WORD) {
      mistakes.add(
          new Mistake(name, String.valueOf(value), "a number, or a word up to " + LONGEST_WORD));
    } else {
      figures.add(new Figure(name, text, "webhook", asOf));
    }
  }
}
