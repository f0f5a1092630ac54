package io.strikewire.book.cdi;

import io.strikewire.book.ClosingReport;
import io.strikewire.book.ExitPrice;
import io.strikewire.book.jpa.Ledger;
import io.strikewire.broker.PaperBroker;
import io.strikewire.decision.Decision;
import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.ClosingRequested;
import io.strikewire.option.OptionPrices;
import io.strikewire.position.Position;
import io.strikewire.signal.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** CLOSE: sells what is open. */
@ApplicationScoped
public class CloseStage {

  private static final String REASON = "SIGNAL";

  @Inject private Event<SignalEvent> route;
  @Inject private Ledger ledger;
  @Inject private PaperBroker broker;
  @Inject private OptionPrices prices;
  @Inject private Decision.Versions versions;
  @Inject private Clock clock;

  void on(@Observes ClosingRequested event) {
    Signal signal = event.signal();
    Instant now = clock.instant();
    List<Position> closed =
        ledger.open(signal.portfolio(), signal.symbol(), signal.intent().side()).stream()
            .map(position -> close(position, signal, now))
            .toList();
    route.fire(ClosingReport.of(signal, closed, versions, now));
  }

  private Position close(Position position, Signal signal, Instant now) {
    ExitPrice price = ExitPrice.of(prices.price(position.contract(), now), signal, position);
    return ledger.close(
        position, broker.sell(price.price(), position.quantity(), now), price, REASON);
  }
}
