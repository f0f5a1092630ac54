package io.strikewire.enrich.cdi;

import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.Enriched;
import io.strikewire.event.SignalEvent.Surroundings;
import io.strikewire.event.SignalEvent.Unique;
import io.strikewire.option.OptionPrice;
import io.strikewire.signal.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** ENRICH: gathers what the decision looks at, from stored snapshots only. */
@ApplicationScoped
public class EnrichStage {

  @Inject private Event<SignalEvent> route;
  @Inject private Readings readings;
  @Inject private Clock clock;

  void on(@Observes Unique event) {
    route.fire(enrich(event, clock.instant()));
  }

  private Enriched enrich(Unique event, Instant now) {
    Signal signal = withContract(event.signal(), now);
    return new Enriched(
        signal,
        new Surroundings(
            readings.context(now),
            readings.gex(signal.symbol(), now),
            price(signal, now),
            readings.openExposure(signal.portfolio()),
            event.peers()));
  }

  /** A signal that names no contract means the one that the policy chooses. */
  private Signal withContract(Signal signal, Instant now) {
    return signal.contract().isPresent()
        ? signal
        : readings
            .contract(signal.symbol(), signal.intent().side().orElseThrow(), now)
            .map(signal::withContract)
            .orElse(signal);
  }

  private OptionPrice price(Signal signal, Instant now) {
    OptionPrice listed =
        signal
            .contract()
            .map(contract -> readings.price(contract, now))
            .orElseGet(() -> new OptionPrice.Unknown("no contract named"));
    if (listed instanceof OptionPrice.Known) {
      return listed;
    }
    return signal.premium().<OptionPrice>map(OptionPrice.Stated::new).orElse(listed);
  }
}
