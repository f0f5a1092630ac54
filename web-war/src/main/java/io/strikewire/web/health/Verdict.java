package io.strikewire.web.health;

/** The service's state, from the state of its parts. */
public enum Verdict {
  /** Everything works. */
  HEALTHY("All systems operational"),
  /** Signals are taken; decisions lack something. */
  DEGRADED("Signals are taken; see the components that are not healthy"),
  /** Signals cannot be taken. */
  UNHEALTHY("The database is down; signals cannot be taken");

  private final String message;

  Verdict(String message) {
    this.message = message;
  }

  /** The verdict in a sentence. */
  public String message() {
    return message;
  }
}
