package io.strikewire.book.cdi;

import io.strikewire.book.BookSettings;
import io.strikewire.book.EntryCounterfactual;
import io.strikewire.book.EntryFacts;
import io.strikewire.book.EntryGate;
import io.strikewire.book.jpa.Outbox;
import io.strikewire.event.SignalEvent.Entered;
import io.strikewire.event.SignalEvent.Opening;
import io.strikewire.whatif.Facts;
import io.strikewire.whatif.OpeningDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Answers with the rules in force and the limits that were. */
@ApplicationScoped
public class OpeningAnswers implements OpeningDesk {

  @Inject private BookSettings settings;
  @Inject private Outbox outbox;

  @Override
  public Opening opening(Entered entered, Instant now) {
    return outbox.considered(entered, now);
  }

  @Override
  public Optional<String> counterfactual(Facts refusal) {
    Facts book = refusal.object("book");
    EntryGate gate = new EntryGate(EntryFacts.limits(book), settings.entries().liquidity());
    return EntryCounterfactual.of(EntryFacts.asked(book), gate).map(EntryCounterfactual::text);
  }
}
