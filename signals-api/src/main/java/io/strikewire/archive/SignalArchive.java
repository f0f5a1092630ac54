package io.strikewire.archive;

import io.strikewire.signal.SignalId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Signals and decisions as they are stored. */
public interface SignalArchive {

  /** Signals, newest first, without their routes. */
  Page<StoredSignal> signals(PageRequest request);

  /** One signal with the route it took. */
  Optional<StoredSignal> signal(SignalId id);

  /** Decisions, newest first; {@code status} filters by what was decided. */
  Page<StoredDecision> decisions(PageRequest request);

  /** The decision on one signal. */
  Optional<StoredDecision> decisionOn(SignalId id);

  /**
   * What went wrong, newest first; {@code status} is {@code DEAD} for signals given up on, or
   * {@code ALIVE} for everything else.
   */
  Page<StoredError> errors(PageRequest request);

  /** Running totals, true across restarts and instances. */
  SignalTotals totals();

  /**
   * Counts since the database was created.
   *
   * @param received signals stored, decided or not
   * @param pending stored, not yet decided
   * @param dead given up on after repeated failures
   * @param repeated deliveries answered {@code DUPLICATE} and not stored again
   * @param decided by what was decided: {@code ENTER}, {@code REJECT}, {@code EXIT}
   * @param rejected by rejection code
   * @param oldestPending when the oldest undecided signal was stored
   * @param newest when the newest signal was stored
   */
  record SignalTotals(
      long received,
      long pending,
      long dead,
      long repeated,
      Map<String, Long> decided,
      Map<String, Long> rejected,
      Optional<Instant> oldestPending,
      Optional<Instant> newest) {}
}
