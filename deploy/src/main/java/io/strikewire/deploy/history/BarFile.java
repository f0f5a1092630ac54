package io.strikewire.deploy.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Daily bars as a table: {@code date,open,high,low,close} and, if it has one, {@code volume}; the
 * header in any case, days as {@code 2020-02-19}, one line for each, ascending.
 */
public sealed interface BarFile {

  /** A file that could be read to its end. */
  record Read(List<Bar> bars) implements BarFile {
    public Read {
      bars = List.copyOf(bars);
    }
  }

  /** A file with a mistake, which names its line. */
  record Mistaken(String mistake) implements BarFile {}

  /** One session. */
  record Bar(LocalDate day, double open, double high, double low, double close, double volume) {}

  /** Reads the lines of a file. */
  static BarFile read(List<String> lines) {
    String header = lines.isEmpty() ? "" : lines.get(0).strip().toLowerCase(Locale.ROOT);
    boolean volume = header.equals("date,open,high,low,close,volume");
    if (!volume && !header.equals("date,open,high,low,close")) {
      return new Mistaken("line 1: date,open,high,low,close[,volume] is accepted, was " + header);
    }
    List<Bar> bars = new ArrayList<>(lines.size());
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        try {
          Bar bar = bar(lines.get(i).strip().split(",", -1), volume);
          if (!bars.isEmpty() && !bar.day().isAfter(bars.get(bars.size() - 1).day())) {
            return new Mistaken("line " + (i + 1) + ": days ascend, was " + bar.day());
          }
          bars.add(bar);
        } catch (DateTimeException | IllegalArgumentException wrong) {
          return new Mistaken("line " + (i + 1) + ": " + wrong.getMessage());
        }
      }
    }
    return bars.isEmpty() ? new Mistaken("the file has no bars") : new Read(bars);
  }

  private static Bar bar(String[] cells, boolean volume) {
    if (cells.length != (volume ? 6 : 5)) {
      throw new IllegalArgumentException(cells.length + " cells");
    }
    Bar bar =
        new Bar(
            LocalDate.parse(cells[0]),
            number(cells[1]),
            number(cells[2]),
            number(cells[3]),
            number(cells[4]),
            volume ? number(cells[5]) : 0);
    // Published index files have opens outside of the day's range: only the range itself is
    // checked.
    boolean sound =
        bar.low() > 0
            && bar.high() >= bar.low()
            && bar.open() > 0
            && bar.close() > 0
            && bar.volume() >= 0;
    if (!sound) {
      throw new IllegalArgumentException(
          "prices above 0 and a high of at least the low are accepted: " + bar);
    }
    return bar;
  }

  private static double number(String text) {
    if (!text.matches("\\d{1,15}(\\.\\d{1,10})?")) {
      throw new IllegalArgumentException("a number is accepted, was " + text);
    }
    return Double.parseDouble(text);
  }
}
