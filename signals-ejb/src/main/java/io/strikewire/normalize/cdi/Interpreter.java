package io.strikewire.normalize.cdi;

import io.strikewire.event.SignalEvent.Received;
import io.strikewire.intake.AlertDialect;
import io.strikewire.intake.AlertDialect.Reading;
import io.strikewire.market.TradingCalendar;
import io.strikewire.pipeline.cdi.TransactionMemory;
import io.strikewire.signal.Intent;
import io.strikewire.signal.Signal;
import io.strikewire.signal.SignalId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stored alerts say; each is read once in a transaction, however many stages ask. */
@ApplicationScoped
public class Interpreter {

  @Inject private TradingCalendar calendar;
  @Inject private TransactionMemory memory;

  /** What a transaction has read. */
  private static final class Known {
    private final Map<SignalId, Reading> readings = new HashMap<>();
  }

  /** Reads an alert completely. */
  public Reading read(Received received) {
    return memory
        .of(Known.class, Known::new)
        .readings
        .computeIfAbsent(
            received.id(),
            unread -> AlertDialect.read(received.raw(), Optional.of(received.source()), calendar));
  }

  /** The signals among alerts. */
  public List<Signal> understood(Collection<Received> received) {
    return received.stream().map(this::understood).flatMap(Optional::stream).toList();
  }

  /** The signals among alerts that ask to open a position. */
  public List<Signal> entries(Collection<Received> received) {
    return understood(received).stream()
        .filter(signal -> signal.intent() instanceof Intent.Enter)
        .toList();
  }

  private Optional<Signal> understood(Received received) {
    return read(received) instanceof Reading.Understood understood
        ? Optional.of(understood.signal())
        : Optional.empty();
  }
}
