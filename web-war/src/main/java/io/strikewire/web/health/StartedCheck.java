package io.strikewire.web.health;

import io.strikewire.event.ServiceStarted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Whether the start is over: configuration sound, schema there, work begun. */
@Startup
@ApplicationScoped
public class StartedCheck implements HealthCheck {

  private volatile boolean started;

  void on(@Observes ServiceStarted event) {
    started = true;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("started").status(started).build();
  }
}
