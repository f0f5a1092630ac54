package io.strikewire.audit;

import java.time.Instant;

/**
 * Something to be put on record that no table shows by itself.
 *
 * @param payload the facts, as a JSON object; no secrets
 */
public record AuditNote(Instant at, String actor, String action, String subject, String payload) {

  /** The chain of what belongs to no portfolio. */
  public static final String SYSTEM = "system";
}
