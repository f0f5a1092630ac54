package io.strikewire.audit;

/**
 * The first record of a chain that is not as it was written.
 *
 * @param id its place in the chain
 * @param detail in words
 */
public record AuditFinding(Kind kind, String chain, long id, String detail) {

  /** What was done to it. */
  public enum Kind {
    /** Its content or its hash was changed. */
    ALTERED,
    /** It is gone. */
    MISSING,
    /** It was put in later. */
    INSERTED,
    /** It stands at another place. */
    REORDERED,
    /** It agrees with itself, but not with what was signed, or the signature is not ours. */
    CHECKPOINT,
    /** It is sound, but the row it speaks of was changed or removed. */
    SUBJECT,
    /** It should be there, because the row it speaks of is. */
    UNRECORDED
  }

  @Override
  public String toString() {
    return kind + " " + chain + "-" + id + ": " + detail;
  }
}
