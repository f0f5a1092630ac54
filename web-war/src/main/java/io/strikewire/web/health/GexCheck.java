package io.strikewire.web.health;

import io.strikewire.gex.GexChains;
import io.strikewire.gex.GexSignals;
import io.strikewire.market.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the option chains there are, if any, are fresh. */
@Part
@ApplicationScoped
public class GexCheck implements HealthCheck {

  @Inject private GexChains chains;
  @Inject private GexSignals signals;
  @Inject private Clock clock;

  @Override
  public HealthCheckResponse call() {
    List<ChainState> states = symbols();
    return HealthCheckResponse.named("gex")
        .status(states.stream().allMatch(state -> state.freshness().equals("FRESH")))
        .withData("symbolCount", states.size())
        .withData("ageSeconds", states.stream().mapToLong(ChainState::ageSeconds).max().orElse(0))
        .build();
  }

  /** Every symbol's latest chain: one that is not fresh, of whatever day, is stale. */
  public List<ChainState> symbols() {
    Instant now = clock.instant();
    return chains.ages().stream()
        .map(
            age ->
                new ChainState(
                    age.symbol().ticker(),
                    signals.latest(age.symbol(), now) instanceof Snapshot.Fresh ? "FRESH" : "STALE",
                    Duration.between(age.asOf(), now).toSeconds(),
                    age.asOf()))
        .toList();
  }

  /** How old a symbol's latest chain is, and what that makes of it. */
  public record ChainState(String symbol, String freshness, long ageSeconds, Instant asOf) {}
}
