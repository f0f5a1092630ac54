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
    Signal signal = event.signal();
    return new Enriched(
        signal,
        new Surroundings(
            readings.context(now),
            readings.gex(signal.symbol(), now),
            price(signal, now),
            readings.openExposure(signal.portfolio()),
            event.peers()));
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
