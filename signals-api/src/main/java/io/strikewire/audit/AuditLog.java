package io.strikewire.audit;

import io.strikewire.archive.Page;

/** Reads the audit log. */
public interface AuditLog {

  /** A page of records, newest first. */
  Page<AuditRecord> records(AuditQuery query);

  /** How far the chains have come. */
  State state();

  /**
   * The chains' state.
   *
   * @param linked records in all chains
   * @param waiting what is on record and not yet in a chain
   */
  record State(long linked, long waiting) {}
}
