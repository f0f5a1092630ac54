package io.strikewire.context;

import io.strikewire.market.Figure;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers and words of a report's sections, under their paths.
 *
 * @param mistakes parts too deep or too many, and an opening range whose high is below its low
 */
record ReportedFigures(List<Figure> figures, List<Mistake> mistakes) {

  private static final List<String> SECTIONS =
      List.of("volatility", "market", "opening_range", "levels", "breadth");
  private static final int MOST = 100;
  private static final int DEEPEST = 4;
  private static final int LONGEST = 120;

  static ReportedFigures read(Payload body, Instant asOf) {
    ReportedFigures read = new ReportedFigures(new ArrayList<>(), new ArrayList<>());
    for (String section : SECTIONS) {
      body.first(section).ifPresent(value -> read.add(section, value, asOf, 0));
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

  /** Objects and lists give a figure for each of their parts. */
  private void add(String name, Object value, Instant asOf, int depth) {
    if (depth > DEEPEST || name.length() > LONGEST) {
      mistakes.add(new Mistake(name, "a deeper part", DEEPEST + " levels of parts"));
    } else if (value instanceof Payload parts) {
      parts.fields().forEach((key, part) -> add(name + "." + key, part, asOf, depth + 1));
    } else if (value instanceof List<?> parts) {
      for (int i = 0; i < parts.size() && i <= MOST; i++) {
        add(name + "[" + i + "]", parts.get(i), asOf, depth + 1);
      }
    } else {
      figures.add(new Figure(name, text(value), "webhook", asOf));
    }
  }

  private static String text(Object value) {
    String text = value instanceof BigDecimal number ? number.toString() : String.valueOf(value);
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }
}
