package io.strikewire.audit.chain;

import io.strikewire.audit.AuditFinding;
import io.strikewire.audit.AuditFinding.Kind;
import io.strikewire.audit.AuditRecord;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Walks along a chain to the first record that is not as it was written. All that is needed is one
 * look at each record; only when a link is broken the chain is searched for what belongs there.
 */
public final class ChainCheck {

  private final Iterable<AuditRecord> records;
  private final ChainEnd head;
  private ChainEnd end;
  private @Nullable ChainEnd before;

  private ChainCheck(Iterable<AuditRecord> records, ChainEnd beginning, ChainEnd head) {
    this.records = records;
    this.head = head;
    this.end = beginning;
  }

  /**
   * What is wrong first; empty when nothing is.
   *
   * @param records the chain in the order of its numbers; read again when a link is broken
   * @param head where the chain is said to end
   */
  public static Optional<AuditFinding> check(Iterable<AuditRecord> records, ChainEnd head) {
    return check(records, ChainEnd.none(head.chain()), head);
  }

  /**
   * The same for a chain whose oldest records are gone.
   *
   * @param beginning the last record that went
   */
  public static Optional<AuditFinding> check(
      Iterable<AuditRecord> records, ChainEnd beginning, ChainEnd head) {
    return new ChainCheck(records, beginning, head).walk();
  }

  private Optional<AuditFinding> walk() {
    for (AuditRecord record : records) {
      if (!end.precedes(record)) {
        return Optional.of(broken(record));
      }
      before = end;
      end = ChainEnd.at(record);
    }
    if (end.id() < head.id()) {
      return found(Kind.MISSING, end.id() + 1, "the chain has " + head.id() + " records");
    }
    if (end.id() > head.id()) {
      return found(Kind.INSERTED, head.id() + 1, "the chain has " + head.id() + " records");
    }
    return end.hash().equals(head.hash())
        ? Optional.empty()
        : found(Kind.ALTERED, end.id(), "the chain ended with another hash");
  }

  private AuditFinding broken(AuditRecord record) {
    if (before != null && before.preceded(record)) {
      return finding(Kind.INSERTED, end.id(), "the record behind it was written for its place");
    }
    if (record.id() <= end.id()) {
      return finding(Kind.INSERTED, record.id(), "there are two of this number");
    }
    Optional<AuditRecord> rightful = search(end::preceded);
    if (rightful.isPresent()) {
      return displaced(record, rightful.get());
    }
    if (record.id() > expected()) {
      return finding(Kind.MISSING, expected(), "the next record is " + record.id());
    }
    if (ChainHash.holds(record, expected())) {
      return rewritten(record);
    }
    return ChainHash.holds(record, expected() + 1)
        ? finding(Kind.MISSING, expected(), "what stands there was written for the place behind")
        : finding(Kind.ALTERED, expected(), "its hash is not that of its content");
  }

  /** The record that belongs here stands elsewhere. */
  private AuditFinding displaced(AuditRecord here, AuditRecord rightful) {
    return here.id() > expected()
            || ChainEnd.at(rightful).preceded(here, expected() + 1)
            || isOfThisChain(here)
        ? finding(Kind.REORDERED, expected(), "its record stands at " + rightful.id())
        : finding(Kind.INSERTED, expected(), "the record of this place was moved behind it");
  }

  /** Sound by itself, but tied to another hash: it, or the one before, was written anew. */
  private AuditFinding rewritten(AuditRecord record) {
    boolean goesOn =
        search(other -> other.previous().equals(record.hash())).isPresent()
            || head.hash().equals(record.hash());
    return goesOn && end.id() > 0
        ? finding(Kind.ALTERED, end.id(), "the record behind it is tied to another hash")
        : finding(Kind.ALTERED, expected(), "it is tied to another hash than the one before it");
  }

  /** Whether it was written to follow one of the records there are, give or take a shift by one. */
  private boolean isOfThisChain(AuditRecord record) {
    return search(
            other ->
                other.hash().equals(record.previous())
                    && LongStream.rangeClosed(other.id(), other.id() + 2)
                        .anyMatch(id -> ChainHash.holds(record, id)))
        .isPresent();
  }

  private Optional<AuditRecord> search(java.util.function.Predicate<AuditRecord> wanted) {
    return StreamSupport.stream(records.spliterator(), false).filter(wanted).findFirst();
  }

  private long expected() {
    return end.id() + 1;
  }

  private Optional<AuditFinding> found(Kind kind, long id, String detail) {
    return Optional.of(finding(kind, id, detail));
  }

  private AuditFinding finding(Kind kind, long id, String detail) {
    return new AuditFinding(kind, head.chain(), id, detail);
  }
}
