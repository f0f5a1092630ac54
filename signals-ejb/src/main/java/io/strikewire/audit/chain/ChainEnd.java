package io.strikewire.audit.chain;

import io.strikewire.audit.AuditRecord;

/**
 * Where a chain ends: what the next record is tied to.
 *
 * @param id the last record's place; 0 before the first
 * @param hash the last record's hash
 */
public record ChainEnd(String chain, long id, String hash) {

  /** A chain without records. */
  public static ChainEnd none(String chain) {
    return new ChainEnd(chain, 0, ChainHash.origin(chain));
  }

  /** The end that a record makes. */
  public static ChainEnd at(AuditRecord record) {
    return new ChainEnd(record.chain(), record.id(), record.hash());
  }

  /** The record that a fact becomes here. */
  public AuditRecord next(Fact fact) {
    return new AuditRecord(
        chain,
        id + 1,
        fact.at(),
        fact.actor(),
        fact.action(),
        fact.subject(),
        fact.symbol(),
        fact.signal(),
        fact.payload(),
        hash,
        ChainHash.of(hash, chain, id + 1, fact));
  }

  /** Whether a record has the hash of what it says, whatever it is tied to. */
  public static boolean isSound(AuditRecord record) {
    return ChainHash.holds(record, record.id());
  }

  boolean precedes(AuditRecord record) {
    return record.id() == id + 1
        && record.chain().equals(chain)
        && record.previous().equals(hash)
        && ChainHash.holds(record, record.id());
  }

  /** Whether the record was written to follow here, wherever it stands now. */
  boolean preceded(AuditRecord record) {
    return preceded(record, id + 1);
  }

  /** The same, when it was written for that place. */
  boolean preceded(AuditRecord record, long place) {
    return record.previous().equals(hash) && ChainHash.holds(record, place);
  }
}
