package io.strikewire.web.metrics;

import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricID;

/** One part of the service's figures; all of them are found and registered at the start. */
interface Figures {

  /** Each figure and what gives it, asked anew by whoever reads. */
  Map<MetricID, Supplier<Number>> figures();
}
