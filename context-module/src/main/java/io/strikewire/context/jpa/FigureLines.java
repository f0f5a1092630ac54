package io.strikewire.context.jpa;

import io.strikewire.market.Figure;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Figures as text: one on each line, its parts between tabs. */
final class FigureLines {

  private FigureLines() {}

  static String write(List<Figure> figures) {
    return figures.stream()
        .map(
            figure ->
                String.join(
                    "\t",
                    plain(figure.name()),
                    plain(figure.value()),
                    plain(figure.source()),
                    figure.asOf().toString()))
        .collect(Collectors.joining("\n"));
  }

  static List<Figure> read(String lines) {
    return lines
        .lines()
        .map(line -> line.split("\t", -1))
        .map(parts -> new Figure(parts[0], parts[1], parts[2], Instant.parse(parts[3])))
        .toList();
  }

  private static String plain(String text) {
    return text.replaceAll("[\\t\\r\\n\\u0000\\u2028\\u2029\\u0085\\u000b\\u000c]", " ");
  }
}
