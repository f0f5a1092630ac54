package io.strikewire.intake.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Forgets deliveries whose time is over and old refusals, so that both stay bounded. */
public final class DeliveryMemory {

  /** Names that someone is claiming just now are left to the next time. */
  private static final String FORGET =
      """
      DELETE FROM deliveries WHERE key IN (
        SELECT key FROM deliveries WHERE expires_at <= ? ORDER BY expires_at LIMIT ?
        FOR UPDATE SKIP LOCKED)
      """;

  /** What senders got wrong is kept for the newest of them; what was given up on stays. */
  private static final String FORGET_REFUSALS =
      """
      DELETE FROM processing_errors WHERE id IN (
        SELECT id FROM processing_errors WHERE stage = 'INTAKE'
        ORDER BY created_at DESC, id DESC OFFSET ? LIMIT ?)
      """;

  private DeliveryMemory() {}

  /** Forgets refusals beyond the newest {@code kept}, up to {@code most}; how many there were. */
  public static int forgetRefusals(Connection connection, int kept, int most) throws SQLException {
    try (PreparedStatement forget = connection.prepareStatement(FORGET_REFUSALS)) {
      forget.setInt(1, kept);
      forget.setInt(2, most);
      return forget.executeUpdate();
    }
  }

  /** Forgets up to {@code most} of them; how many there were. */
  public static int forget(Connection connection, Instant now, int most) throws SQLException {
    try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
      forget.setObject(1, now.atOffset(ZoneOffset.UTC));
      forget.setInt(2, most);
      return forget.executeUpdate();
    }
  }
}
