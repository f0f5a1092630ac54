package io.strikewire.audit.jdbc;

import io.strikewire.audit.chain.ChainEnd;
import io.strikewire.audit.chain.CheckpointKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Writes down, signed, how far a chain had come. */
public final class Checkpoints {

  private static final String INSERT =
      """
      INSERT INTO audit_checkpoints (chain, id, hash, at, key, signature)
      VALUES (?, ?, decode(?, 'hex'), ?, ?, ?) ON CONFLICT (chain, id) DO NOTHING
      """;

  private Checkpoints() {}

  /** Signs a chain's end and commits. */
  public static void write(Connection connection, ChainEnd end, CheckpointKey key, Instant now)
      throws SQLException {
    insert(connection, end, key, now);
    connection.commit();
  }

  /** Signs a chain's end. */
  public static void insert(Connection connection, ChainEnd end, CheckpointKey key, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, end.chain());
      insert.setLong(2, end.id());
      insert.setString(3, end.hash());
      insert.setObject(4, now.atOffset(ZoneOffset.UTC));
      insert.setString(5, key.name());
      insert.setBytes(6, key.sign(end));
      insert.executeUpdate();
    }
  }
}
