package io.strikewire.web.metrics;

import io.strikewire.archive.KnownFigure;
import io.strikewire.event.ServiceStarted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/** Every figure, registered as a gauge that asks the part of the service that knows it. */
@ApplicationScoped
public class Gauges {

  private final Map<MetricID, Supplier<Number>> gauges = new LinkedHashMap<>();

  @Inject private MetricRegistry registry;
  @Inject @Any private Instance<Figures> parts;
  @Inject private Clock clock;

  private Instant since = Instant.EPOCH;

  void on(@Observes ServiceStarted event) {
    since = clock.instant();
    for (Figures part : parts) {
      part.figures().forEach((id, figure) -> gauges.put(id, KnownFigure.orNaN(figure)));
    }
    gauges.forEach((id, figure) -> registry.gauge(id, figure));
  }

  /** The figure of a gauge, as the registry gives it; null when it cannot be read now. */
  public @Nullable Number value(String name, Tag... tags) {
    MetricID id = FigureMap.id(name, tags);
    Number figure = registry.gauge(id, gauges.get(id)).getValue();
    return Double.isNaN(figure.doubleValue()) ? null : figure;
  }

  /** Since when latencies are counted. */
  public Instant since() {
    return since;
  }
}
