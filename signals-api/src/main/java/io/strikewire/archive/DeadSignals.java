package io.strikewire.archive;

import io.strikewire.signal.SignalId;

/** Signals that were given up on. */
public interface DeadSignals {

  /** What came of asking for another try. */
  enum Retry {
    /** It waits for its decision again, with all its tries. */
    WAITING,
    /** It is not dead. */
    NOT_DEAD,
    /** There is no such signal. */
    UNKNOWN
  }

  /** Lets a dead signal be decided after all. */
  Retry retry(SignalId id);
}
