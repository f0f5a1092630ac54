package io.strikewire.web.health;

import io.strikewire.position.BookHealth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the book holds together; what else needs a person is told beside it. */
@Part
@ApplicationScoped
public class BookCheck implements HealthCheck {

  @Inject private BookHealth book;
  @Inject private Clock clock;

  @Override
  public HealthCheckResponse call() {
    BookHealth.State state = book.state(clock.instant());
    return HealthCheckResponse.named("book")
        .status(state.faults().isEmpty())
        .withData("faults", state.faults().size())
        .withData("checkedAt", state.checkedAt().toString())
        .withData("unknownOrders", state.unknownOrders())
        .withData("positionsWithoutFreshMark", state.withoutFreshMark())
        .withData("killSwitch", state.brake().name())
        .build();
  }
}
