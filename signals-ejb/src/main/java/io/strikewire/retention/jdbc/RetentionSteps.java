package io.strikewire.retention.jdbc;

import io.strikewire.audit.chain.Anchor;
import io.strikewire.audit.chain.CheckpointKey;
import io.strikewire.audit.jdbc.Anchors;
import io.strikewire.audit.jdbc.Checkpoints;
import io.strikewire.audit.jdbc.OldRecords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deletes what is old, a step at a time. A step first moves the beginning of one chain behind the
 * oldest records, with a signature, and then deletes rows whose records are gone. One instance at a
 * time works on a chain; nothing that the pipeline waits for is locked.
 */
public final class RetentionSteps {

  private static final String CHAINS = "SELECT chain FROM audit_heads ORDER BY chain";

  private final Connection connection;
  private final CheckpointKey key;
  private final int most;

  /**
   * @param connection with a transaction of its own for each step, committed here
   * @param key signs where chains begin
   * @param most records, and decisions, of one step
   */
  public RetentionSteps(Connection connection, CheckpointKey key, int most) {
    this.connection = connection;
    this.key = key;
    this.most = most;
  }

  /** The chains there are. */
  public List<String> chains() throws SQLException {
    List<String> chains = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(CHAINS);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        chains.add(rows.getString(1));
      }
    }
    connection.commit();
    return chains;
  }

  /** One step of a chain; whether there was something to do. */
  public boolean step(String chain, Instant cutoff, Instant now) throws SQLException {
    try {
      boolean worked = worked(chain, cutoff, now);
      connection.commit();
      return worked;
    } catch (SQLException | RuntimeException failed) {
      connection.rollback();
      throw failed;
    }
  }

  private boolean worked(String chain, Instant cutoff, Instant now) throws SQLException {
    Optional<Anchor> taken = Anchors.take(connection, chain, now);
    if (taken.isEmpty()) {
      return false;
    }
    Anchor before = taken.get();
    OldRecords records = new OldRecords(connection, before);
    Anchor moved = records.after(cutoff, most);
    if (!moved.equals(before)) {
      Checkpoints.insert(connection, moved.end(), key, now);
      records.delete(moved, now);
    }
    Anchor after = OldSignals.delete(connection, moved, most);
    if (after.equals(before)) {
      return false;
    }
    Anchors.write(connection, after, now);
    return true;
  }

  /** One step of the fingerprints; whether there was something to do. */
  public boolean stepFingerprints(Instant cutoff) throws SQLException {
    int deleted = OldSignals.deleteFingerprints(connection, cutoff, most);
    connection.commit();
    return deleted > 0;
  }
}
