package io.strikewire.position;

import java.time.Instant;
import java.util.List;

/** The brake. */
public interface KillSwitch {

  /** What may be traded. */
  enum Mode {
    /** Everything. */
    ACTIVE,
    /** Exits only. */
    REDUCING,
    /** Exits that a person or a closing signal asks for; rules sell nothing by themselves. */
    HALTED
  }

  /**
   * The brake's state and who put it there.
   *
   * @param since when it was set
   * @param by who set it
   */
  record State(Mode mode, String reason, Instant since, String by) {

    /** Whether entries are stopped. */
    public boolean engaged() {
      return mode != Mode.ACTIVE;
    }
  }

  /** The state in force. */
  State state();

  /** Every change, newest first, at most 200. */
  List<State> history();

  /**
   * Changes the state. When this returns, no entry that read the old state can still commit and
   * none can still be handed to the broker.
   */
  State set(Mode mode, String reason, String by, Instant now);
}
