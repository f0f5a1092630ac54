package io.strikewire.runner;

import io.strikewire.signal.SignalId;
import java.util.List;

/** A batch could not be decided; its transaction is rolled back. */
public final class BatchFailure extends RuntimeException {

  private final List<SignalId> suspects;

  /**
   * Keeps the cause.
   *
   * @param suspects the one signal that failed, or all of the batch when it is not known which
   */
  public BatchFailure(List<SignalId> suspects, Throwable cause) {
    super(
        suspects.size() == 1
            ? "signal " + suspects.get(0) + " could not be decided"
            : "a batch of " + suspects.size() + " signals could not be written",
        cause);
    this.suspects = List.copyOf(suspects);
  }

  /** Which signals it may be. */
  public List<SignalId> suspects() {
    return suspects;
  }
}
