package io.strikewire.clock.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;

/** The clock that every rule reads: the system's, or one that started at a chosen instant. */
@ApplicationScoped
public class ServiceClock {

  /** Runs on from {@code strikewire.clock} where that is set. */
  @Produces
  @Singleton
  Clock clock() {
    return ConfigProvider.getConfig()
        .getOptionalValue("strikewire.clock", String.class)
        .map(Instant::parse)
        .map(start -> Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), start)))
        .orElseGet(Clock::systemUTC);
  }
}
