package io.strikewire.intake.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Forgets deliveries whose time is over, so that the memory of them stays bounded. */
public final class DeliveryMemory {

  /** Names that someone is claiming just now are left to the next time. */
  private static final String FORGET =
      """
      DELETE FROM deliveries WHERE key IN (
        SELECT key FROM deliveries WHERE expires_at <= ? ORDER BY expires_at LIMIT ?
        FOR UPDATE SKIP LOCKED)
      """;

  private DeliveryMemory() {}

  /** Forgets up to {@code most} of them; how many there were. */
  public static int forget(Connection connection, Instant now, int most) throws SQLException {
    try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
      forget.setObject(1, now.atOffset(ZoneOffset.UTC));
      forget.setInt(2, most);
      return forget.executeUpdate();
    }
  }
}
