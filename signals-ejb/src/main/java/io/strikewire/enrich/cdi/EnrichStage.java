package io.strikewire.enrich.cdi;

import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.Enriched;
import io.strikewire.event.SignalEvent.Surroundings;
import io.strikewire.event.SignalEvent.Unique;
import io.strikewire.gex.GexSignals;
import io.strikewire.market.MarketContexts;
import io.strikewire.option.ContractChoice;
import io.strikewire.option.OptionPrice;
import io.strikewire.option.OptionPrices;
import io.strikewire.position.PositionBook;
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
  @Inject private MarketContexts contexts;
  @Inject private GexSignals gex;
  @Inject private OptionPrices prices;
  @Inject private ContractChoice contracts;
  @Inject private PositionBook book;
  @Inject private Clock clock;

  void on(@Observes Unique event) {
    Instant now = clock.instant();
    route.fire(enrich(withContract(event.signal(), now), now));
  }

  /** A signal that names no contract means the one that the policy chooses. */
  private Signal withContract(Signal signal, Instant now) {
    return signal.contract().isPresent()
        ? signal
        : contracts
            .choose(signal.symbol(), signal.intent().side().orElseThrow(), now)
            .map(signal::withContract)
            .orElse(signal);
  }

  private Enriched enrich(Signal signal, Instant now) {
    return new Enriched(
        signal,
        new Surroundings(
            contexts.latest(now),
            gex.latest(signal.symbol(), now),
            price(signal, now),
            book.openExposure(signal.portfolio())));
  }

  private OptionPrice price(Signal signal, Instant now) {
    OptionPrice listed =
        signal
            .contract()
            .map(contract -> prices.price(contract, now))
            .orElseGet(() -> new OptionPrice.Unknown("no contract named"));
    if (listed instanceof OptionPrice.Known) {
      return listed;
    }
    return signal.premium().<OptionPrice>map(OptionPrice.Stated::new).orElse(listed);
  }
}
