package io.strikewire.runner;

import io.strikewire.signal.SignalId;

/** A signal could not be sent along its route; its transaction is rolled back. */
public final class SignalFailure extends RuntimeException {

  private final SignalId id;

  /** Names the signal and keeps the cause. */
  public SignalFailure(SignalId id, Throwable cause) {
    super("signal " + id + " could not be decided", cause);
    this.id = id;
  }

  /** Which signal. */
  public SignalId id() {
    return id;
  }
}
