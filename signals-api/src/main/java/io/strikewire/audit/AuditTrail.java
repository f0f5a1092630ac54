package io.strikewire.audit;

/** Puts on record. */
public interface AuditTrail {

  /** Stores the note in the caller's transaction, or at once; it joins its chain shortly after. */
  void note(AuditNote note);
}
