package io.strikewire.dedup.cdi;

import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.dedup.DuplicateWindow;
import io.strikewire.dedup.DuplicateWindow.Holder;
import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.Deduplication;
import io.strikewire.event.SignalEvent.Duplicate;
import io.strikewire.event.SignalEvent.Unique;
import io.strikewire.event.SignalEvent.Validated;
import io.strikewire.event.SignalRoute;
import io.strikewire.market.MarketDataFeed;
import io.strikewire.pipeline.config.PipelineSettings;
import io.strikewire.rehearsal.cdi.Rehearsals;
import io.strikewire.signal.Fingerprint;
import io.strikewire.signal.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** DEDUPLICATE: the same alert counts once within the window. */
@ApplicationScoped
public class DeduplicateStage {

  @Inject private Event<SignalEvent> route;
  @Inject private Fingerprints fingerprints;
  @Inject private MarketDataFeed feed;
  @Inject private Rehearsals rehearsals;
  @Inject private PipelineSettings settings;
  @Inject private Decision.Versions versions;
  @Inject private Clock clock;

  void on(@Observes Validated event) {
    route.fire(deduplicate(event, clock.instant()));
  }

  private Deduplication deduplicate(Validated event, Instant now) {
    Signal signal = event.signal();
    Fingerprint fingerprint = Fingerprint.of(signal);
    DuplicateWindow window = new DuplicateWindow(settings.dedupWindow());
    if (signal.isRehearsal()) {
      rehearsals.note(signal, List.of(compared(fingerprint, window, now)));
      return new Unique(signal, fingerprint, event.peers());
    }
    Holder holder = fingerprints.claim(fingerprint, signal.id(), window, now);
    if (holder.signal().equals(signal.id())) {
      return new Unique(signal, fingerprint, event.peers());
    }
    return new Duplicate(
        holder.signal(),
        Decision.rejected(
            signal.id(),
            SignalRoute.DEDUPLICATE,
            Rejection.DUPLICATE_FINGERPRINT,
            List.of(Verdict.fail("DUPLICATE", "the same alert as " + holder.signal())),
            feed.mode().statedIn(window.facts(holder)),
            versions,
            now));
  }

  /** A test looks who speaks for its fingerprint, and never does so itself. */
  private Verdict compared(Fingerprint fingerprint, DuplicateWindow window, Instant now) {
    return fingerprints
        .holder(fingerprint, window, now)
        .map(holder -> Verdict.fail("DUPLICATE", "the same alert as " + holder.signal()))
        .orElseGet(() -> Verdict.pass("DUPLICATE", "no such alert within the window"));
  }
}
