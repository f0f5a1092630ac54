package io.strikewire.enrich.cdi;

import io.strikewire.event.SignalEvent.Surroundings;
import io.strikewire.gex.GexSignals;
import io.strikewire.market.MarketContexts;
import io.strikewire.option.OptionPrice;
import io.strikewire.option.OptionPrices;
import io.strikewire.position.PositionBook;
import io.strikewire.signal.Peer;
import io.strikewire.signal.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** What is known around a signal, from stored snapshots only. */
@ApplicationScoped
public class Lookout {

  @Inject private MarketContexts contexts;
  @Inject private GexSignals gex;
  @Inject private OptionPrices prices;
  @Inject private PositionBook book;

  /** The market, gamma exposure, the option's price, open exposure and other signals. */
  public Surroundings around(Signal signal, List<Peer> peers, Instant now) {
    return new Surroundings(
        contexts.latest(now),
        gex.latest(signal.symbol(), now),
        price(signal, now),
        book.openExposure(signal.portfolio()),
        peers);
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
