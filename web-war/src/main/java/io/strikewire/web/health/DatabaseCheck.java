package io.strikewire.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the database answers, how fast, and at which version its schema stands. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {

  @Inject private DatabaseLook database;

  @Override
  public HealthCheckResponse call() {
    try {
      DatabaseLook.Seen seen = database.look();
      return HealthCheckResponse.named("database")
          .up()
          .withData("connected", true)
          .withData("roundTripMs", Math.round(seen.roundTripMs()))
          .withData("migrationVersion", seen.version())
          .withData("connectionsInUse", seen.inUse())
          .withData("connectionsFree", seen.free())
          .build();
    } catch (IllegalStateException down) {
      return HealthCheckResponse.named("database").down().withData("connected", false).build();
    }
  }
}
