package io.strikewire.runner;

import io.strikewire.event.SignalEvent.Received;
import java.util.List;

/** What happens around the signals that are decided in one transaction. */
public sealed interface BatchEvent {

  /** These are about to be decided, in this order: a chance to read for all of them at once. */
  record Begun(List<Received> signals) implements BatchEvent {
    public Begun {
      signals = List.copyOf(signals);
    }
  }

  /** One of them came to its end; what it left counts for the next. */
  record Settled(Journey journey) implements BatchEvent {}
}
