package io.strikewire.web.health;

import io.strikewire.market.MarketContext;
import io.strikewire.market.MarketContexts;
import io.strikewire.market.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Whether there is a fresh market context. */
@Part
@ApplicationScoped
public class ContextCheck implements HealthCheck {

  @Inject private MarketContexts contexts;
  @Inject private Clock clock;

  @Override
  public HealthCheckResponse call() {
    Snapshot<MarketContext> latest = contexts.latest(clock.instant());
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("context")
            .status(latest instanceof Snapshot.Fresh)
            .withData("freshness", latest.freshness());
    if (latest instanceof Snapshot.Fresh<MarketContext> fresh) {
      response.withData("ageSeconds", fresh.age().toSeconds());
    } else if (latest instanceof Snapshot.Stale<MarketContext> stale) {
      response.withData("ageSeconds", stale.age().toSeconds());
    } else if (latest instanceof Snapshot.Missing<MarketContext> missing) {
      response.withData("why", missing.why());
    }
    return response.build();
  }
}
