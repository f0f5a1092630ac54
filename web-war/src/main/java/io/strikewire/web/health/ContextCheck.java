package io.strikewire.web.health;

import io.strikewire.market.MarketContext;
import io.strikewire.market.MarketDataFeed;
import io.strikewire.market.MarketDataMode;
import io.strikewire.market.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Whether there is a fresh market context, and none failed to come several times in a row. */
@Part
@ApplicationScoped
public class ContextCheck implements HealthCheck {

  @Inject private MarketDataFeed feed;
  @Inject private Clock clock;

  @Override
  public HealthCheckResponse call() {
    Instant now = clock.instant();
    Snapshot<MarketContext> latest = feed.newest(now);
    MarketDataMode mode = feed.mode();
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("context")
            .status(latest instanceof Snapshot.Fresh && mode instanceof MarketDataMode.Normal)
            .withData("freshness", latest.freshness())
            .withData("mode", mode.name())
            .withData("modeSince", mode.since().toString());
    if (mode instanceof MarketDataMode.Degraded degraded) {
      response.withData("degradedBecause", degraded.why());
    }
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
