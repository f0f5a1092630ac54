package io.strikewire.continuity.cdi;

import io.strikewire.archive.KnownFigure;
import io.strikewire.event.ServiceStarted;
import io.strikewire.hold.Holds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.NullUnmarked;

/** How many strategies and sources are held, for whoever alerts on it. */
@ApplicationScoped
@NullUnmarked
public class HoldGauge {

  @Inject private MetricRegistry registry;
  @Inject private Holds holds;

  void on(@Observes ServiceStarted event) {
    registry.gauge("strikewire_holds_in_force", KnownFigure.orNaN(() -> holds.inForce().size()));
  }
}
