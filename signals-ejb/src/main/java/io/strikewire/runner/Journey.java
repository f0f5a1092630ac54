package io.strikewire.runner;

import io.strikewire.archive.StoredSignal.Step;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.Duplicate;
import io.strikewire.event.SignalEvent.Entered;
import io.strikewire.event.SignalEvent.ExitsOrdered;
import io.strikewire.event.SignalEvent.OrderPlaced;
import io.strikewire.event.SignalEvent.OrderRefused;
import io.strikewire.event.SignalEvent.Rejected;
import io.strikewire.event.SignalRoute;
import io.strikewire.signal.SignalId;
import io.strikewire.trace.Passage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The events of one signal's way along the route, as they happen. */
public final class Journey {

  private record Passed(SignalEvent event, Instant at, long nanos) {}

  private final SignalId id;
  private final List<Passed> passed = new ArrayList<>();

  /** A way that begins. */
  public Journey(SignalId id) {
    this.id = id;
  }

  /** Notes an event. */
  public void pass(SignalEvent event, Instant at, long nanos) {
    passed.add(new Passed(event, at, nanos));
  }

  /** The stages that were passed, each with what it said and how long it took. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < passed.size(); i++) {
      Passed here = passed.get(i);
      SignalRoute stage =
          i == 0
              ? SignalRoute.RECEIVE
              : SignalRoute.entering(passed.get(i - 1).event().getClass()).orElseThrow();
      double ms = i == 0 ? 0 : (here.nanos() - passed.get(i - 1).nanos()) / 1e6;
      steps.add(
          new Step(
              stage.name(),
              here.event().getClass().getSimpleName(),
              reason(here.event()),
              here.at(),
              Math.round(ms * 1000) / 1000.0));
    }
    return steps;
  }

  /** When it began, in nanoseconds of this process. */
  public long began() {
    return passed.get(0).nanos();
  }

  /** The stages that were passed, each with its outcome. */
  public List<Passage> passages() {
    List<Passage> passages = new ArrayList<>();
    for (int i = 1; i < passed.size(); i++) {
      Passed from = passed.get(i - 1);
      Passed to = passed.get(i);
      String outcome = to.event().getClass().getSimpleName();
      passages.add(
          new Passage(
              SignalRoute.entering(from.event().getClass()).orElseThrow().name(),
              from.nanos(),
              to.nanos(),
              Map.of("outcome", outcome, "reason", reason(to.event()))));
    }
    return passages;
  }

  /** Nanoseconds from the first event to the decision. */
  public long nanosToDecision() {
    return passed.stream()
            .filter(step -> decisionIn(step.event()) != null)
            .mapToLong(Passed::nanos)
            .findFirst()
            .orElseThrow()
        - passed.get(0).nanos();
  }

  /** Nanoseconds from the decision to the end. */
  public long nanosAfterDecision() {
    return passed.get(passed.size() - 1).nanos() - passed.get(0).nanos() - nanosToDecision();
  }

  /** Whether an order came of it. */
  public boolean opened() {
    return last() instanceof OrderPlaced;
  }

  /** Whether what is open or on order in the portfolio may have changed. */
  public boolean movedPositions() {
    return opened() || last() instanceof ExitsOrdered;
  }

  /** Whose way it is. */
  public SignalId id() {
    return id;
  }

  /** The entry on it, if an order came of it. */
  public Optional<Entered> entered() {
    return passed.stream()
        .map(Passed::event)
        .filter(event -> opened())
        .filter(Entered.class::isInstance)
        .map(Entered.class::cast)
        .findFirst();
  }

  /** The one decision: the last word, because the book can still refuse an entry. */
  public Decision decision() {
    return passed.stream()
        .map(step -> decisionIn(step.event()))
        .filter(Objects::nonNull)
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new IllegalStateException("signal " + id + " was not decided"));
  }

  /** The status that the signal ends in. */
  public String status() {
    SignalEvent last = last();
    if (last instanceof OrderPlaced) {
      return "ACCEPTED";
    }
    if (last instanceof ExitsOrdered) {
      return "CLOSED";
    }
    if (last instanceof Duplicate) {
      return "DUPLICATE";
    }
    if (last instanceof Rejected || last instanceof OrderRefused) {
      return "REJECTED";
    }
    throw new IllegalStateException("the route of " + id + " stopped at " + last);
  }

  private SignalEvent last() {
    return passed.get(passed.size() - 1).event();
  }

  private static String reason(SignalEvent event) {
    Decision decision = decisionIn(event);
    return decision == null ? "" : decision.rejection().map(Rejection::name).orElse("");
  }

  private static @Nullable Decision decisionIn(SignalEvent event) {
    if (event instanceof Rejected rejected) {
      return rejected.decision();
    }
    if (event instanceof Duplicate duplicate) {
      return duplicate.decision();
    }
    if (event instanceof Entered entered) {
      return entered.decision();
    }
    if (event instanceof OrderRefused refused) {
      return refused.decision();
    }
    return event instanceof ExitsOrdered closed ? closed.decision() : null;
  }
}
