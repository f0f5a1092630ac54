package io.strikewire.enrich.cdi;

import io.strikewire.event.SignalEvent.Surroundings;
import io.strikewire.market.MarketDataFeed;
import io.strikewire.option.OptionPrice;
import io.strikewire.signal.Peer;
import io.strikewire.signal.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** What is known around a signal, from stored snapshots only. */
@ApplicationScoped
public class Enrichment {

  @Inject private Readings readings;
  @Inject private MarketDataFeed feed;

  /** A signal that names no contract means the one that the policy chooses. */
  public Signal withContract(Signal signal, Instant now) {
    return signal.contract().isPresent()
        ? signal
        : readings
            .contract(signal.symbol(), signal.intent().side().orElseThrow(), now)
            .map(signal::withContract)
            .orElse(signal);
  }

  /** The market, gamma exposure, the option's price, open exposure and other signals. */
  public Surroundings around(Signal signal, List<Peer> peers, Instant now) {
    return new Surroundings(
        readings.context(now),
        readings.gex(signal.symbol(), signal.timeframe(), now),
        price(signal, now),
        readings.openExposure(signal.portfolio()),
        peers,
        feed.mode(),
        readings.exposureLimit(now));
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
