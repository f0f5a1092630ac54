package io.strikewire.audit.jdbc;

import io.strikewire.audit.chain.Anchor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

/** Where chains begin. */
public final class Anchors {

  /**
   * Which records stay when those around them go: of signals that were traded, because their money
   * is still on the books, and of the retention itself, because a chain's beginning refers to it.
   */
  static final String STAYS =
      """
      (l.action = 'RETENTION'
       OR EXISTS (SELECT FROM orders o WHERE o.signal_id = l.signal_id)
       OR EXISTS (SELECT FROM positions p WHERE p.signal_id = l.signal_id))
      """;

  private static final String READ =
      "SELECT chain, id, hash, decided, looked, kept FROM audit_anchors WHERE chain = ?";

  private static final String WRITE =
      """
      INSERT INTO audit_anchors (chain, id, hash, decided, looked, kept, at)
      VALUES (?, ?, decode(?, 'hex'), ?, ?, decode(?, 'hex'), ?)
      ON CONFLICT (chain) DO UPDATE SET id = excluded.id, hash = excluded.hash,
        decided = excluded.decided, looked = excluded.looked, kept = excluded.kept,
        at = excluded.at
      """;

  private Anchors() {}

  /** A chain's. */
  public static Anchor of(Connection connection, String chain) throws SQLException {
    return read(connection, chain, READ).orElseGet(() -> Anchor.none(chain));
  }

  /** A chain's, held until the transaction ends; empty while someone else holds it. */
  public static Optional<Anchor> take(Connection connection, String chain, Instant now)
      throws SQLException {
    if (read(connection, chain, READ).isEmpty()) {
      write(connection, Anchor.none(chain), now);
    }
    return read(connection, chain, READ + " FOR UPDATE SKIP LOCKED");
  }

  private static Optional<Anchor> read(Connection connection, String chain, String sql)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, chain);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Anchor(
                    ChainRows.end(row),
                    row.getLong("decided"),
                    row.getLong("looked"),
                    HexFormat.of().formatHex(row.getBytes("kept"))))
            : Optional.empty();
      }
    }
  }

  /** Writes it. */
  public static void write(Connection connection, Anchor anchor, Instant now) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      write.setString(1, anchor.chain());
      write.setLong(2, anchor.end().id());
      write.setString(3, anchor.end().hash());
      write.setLong(4, anchor.decided());
      write.setLong(5, anchor.looked());
      write.setString(6, anchor.kept());
      write.setObject(7, now.atOffset(ZoneOffset.UTC));
      write.executeUpdate();
    }
  }
}
