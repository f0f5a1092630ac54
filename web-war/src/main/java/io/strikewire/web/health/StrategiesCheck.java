package io.strikewire.web.health;

import io.strikewire.hold.Hold;
import io.strikewire.hold.Holds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Which strategies and sources may enter nothing. One that somebody paused is as it is wanted; one
 * that paused itself missed an alert or fell silent, and needs a person.
 */
@Part
@ApplicationScoped
public class StrategiesCheck implements HealthCheck {

  private static final int MOST_NAMES = 20;

  @Inject private Holds holds;

  @Override
  public HealthCheckResponse call() {
    List<Hold> held = holds.inForce();
    return HealthCheckResponse.named("strategies")
        .status(held.stream().allMatch(hold -> hold.cause() == Hold.Cause.HAND))
        .withData("held", held.size())
        .withData(
            "names",
            held.stream().limit(MOST_NAMES).map(Hold::name).collect(Collectors.joining(", ")))
        .build();
  }
}
