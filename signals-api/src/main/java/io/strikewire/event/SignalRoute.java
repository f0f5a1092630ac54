package io.strikewire.event;

import io.strikewire.event.SignalEvent.Arrived;
import io.strikewire.event.SignalEvent.Closing;
import io.strikewire.event.SignalEvent.ClosingRequested;
import io.strikewire.event.SignalEvent.Deduplication;
import io.strikewire.event.SignalEvent.Enriched;
import io.strikewire.event.SignalEvent.Enrichment;
import io.strikewire.event.SignalEvent.Entered;
import io.strikewire.event.SignalEvent.Entry;
import io.strikewire.event.SignalEvent.Normalization;
import io.strikewire.event.SignalEvent.Normalized;
import io.strikewire.event.SignalEvent.Opening;
import io.strikewire.event.SignalEvent.Received;
import io.strikewire.event.SignalEvent.Reception;
import io.strikewire.event.SignalEvent.Unique;
import io.strikewire.event.SignalEvent.Validated;
import io.strikewire.event.SignalEvent.Validation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The route of one signal: each stage, the event that enters it and the outcomes that leave it. An
 * outcome that enters no stage ends the route.
 */
public enum SignalRoute {
  RECEIVE(
      Arrived.class,
      Reception.class,
      "takes the oldest undecided signal under the portfolio's lock"),
  NORMALIZE(Received.class, Normalization.class, "gives the sender's words one meaning"),
  VALIDATE(
      Normalized.class,
      Validation.class,
      "cooldown, market hours, larger timeframes, other sources, age"),
  DEDUPLICATE(Validated.class, Deduplication.class, "the same alert counts once"),
  ENRICH(Unique.class, Enrichment.class, "market context, gamma exposure, price, open exposure"),
  DECIDE(Enriched.class, Entry.class, "confidence, size, limits: enter or reject"),
  OPEN(Entered.class, Opening.class, "brakes and limits, then an order in the outbox"),
  CLOSE(ClosingRequested.class, Closing.class, "orders what is open to be sold");

  private final Class<? extends SignalEvent> input;
  private final Class<? extends SignalEvent> outcomes;
  private final String task;

  SignalRoute(
      Class<? extends SignalEvent> input, Class<? extends SignalEvent> outcomes, String task) {
    this.input = input;
    this.outcomes = outcomes;
    this.task = task;
  }

  /** The event that enters. */
  public Class<? extends SignalEvent> input() {
    return input;
  }

  /**
   * The events that can leave, read from the sealed type so that the table cannot drift from it.
   */
  public List<Class<?>> outcomes() {
    return Arrays.asList(outcomes.getPermittedSubclasses());
  }

  /** What the stage does, in a few words. */
  public String task() {
    return task;
  }

  /** The stage that an event enters; empty when the event ends the route. */
  public static Optional<SignalRoute> entering(Class<?> event) {
    return Arrays.stream(values()).filter(stage -> stage.input == event).findFirst();
  }
}
