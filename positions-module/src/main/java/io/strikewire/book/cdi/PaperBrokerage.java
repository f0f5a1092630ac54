package io.strikewire.book.cdi;

import io.strikewire.book.BookSettings;
import io.strikewire.book.jpa.PriceBoard;
import io.strikewire.broker.Broker;
import io.strikewire.broker.PaperBroker;
import io.strikewire.broker.PaperDesk;
import io.strikewire.option.OptionPrice;
import io.strikewire.position.Market;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Sets the paper broker up. */
@ApplicationScoped
public class PaperBrokerage {

  @Inject private BookSettings settings;
  @Inject private PaperDesk desk;
  @Inject private PriceBoard prices;

  /** The broker in force. */
  @Produces
  @Dependent
  Broker broker() {
    return new PaperBroker(
        settings.paper(),
        desk,
        (contract, now) ->
            prices.price(contract, now) instanceof OptionPrice.Known known
                ? Optional.of(Market.of(known, now))
                : Optional.empty(),
        bound -> ThreadLocalRandom.current().nextInt(bound));
  }
}
