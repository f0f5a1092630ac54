package io.strikewire.web.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.Tag;

/** Figures under their names. */
final class FigureMap {

  private static final String PREFIX = "strikewire_";

  private final Map<MetricID, Supplier<Number>> figures = new LinkedHashMap<>();

  FigureMap add(String name, Supplier<Number> figure, Tag... tags) {
    figures.put(id(name, tags), figure);
    return this;
  }

  Map<MetricID, Supplier<Number>> all() {
    return Map.copyOf(figures);
  }

  static MetricID id(String name, Tag... tags) {
    return new MetricID(PREFIX + name, tags);
  }
}
