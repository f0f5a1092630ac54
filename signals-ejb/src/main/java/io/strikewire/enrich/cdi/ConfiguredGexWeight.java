package io.strikewire.enrich.cdi;

import io.strikewire.gex.GexReading;
import io.strikewire.gex.GexWeight;
import io.strikewire.market.Snapshot;
import io.strikewire.pipeline.config.PipelineSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The weight that decisions give, for whoever shows it. */
@ApplicationScoped
public class ConfiguredGexWeight implements GexWeight {

  @Inject private PipelineSettings settings;

  @Override
  public double of(Snapshot<GexReading> reading) {
    return settings.decision().confidence().weight(reading);
  }
}
