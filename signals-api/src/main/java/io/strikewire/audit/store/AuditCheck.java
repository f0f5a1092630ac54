package io.strikewire.audit.store;

import io.strikewire.audit.AuditFinding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Checks a stored audit log from its first record on. Found by {@link java.util.ServiceLoader}. */
public interface AuditCheck {

  /**
   * Checks every chain in one snapshot of the database.
   *
   * @param key what checkpoints were signed with; without it no signature is checked
   */
  Report check(Connection database, Optional<String> key) throws SQLException;

  /**
   * What a check found.
   *
   * @param findings the first of every chain; empty when all is as it was written
   * @param checkpoints how many signed checkpoints were checked
   */
  record Report(List<Chain> chains, List<AuditFinding> findings, long checkpoints) {
    public Report {
      chains = List.copyOf(chains);
      findings = List.copyOf(findings);
    }
  }

  /**
   * A chain.
   *
   * @param records how many it has
   * @param head the hash of its last record
   */
  record Chain(String name, long records, String head) {}
}
