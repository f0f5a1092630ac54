package io.strikewire.dedup.cdi;

import io.strikewire.signal.Fingerprint;
import io.strikewire.signal.SignalId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** Which signal speaks for a fingerprint. The primary key makes two holders impossible. */
@ApplicationScoped
public class Fingerprints {

  private static final String CLAIM =
      """
      INSERT INTO fingerprints AS held (fingerprint, signal_id, seen_at) VALUES (?, ?, ?)
      ON CONFLICT (fingerprint) DO UPDATE SET
        signal_id = CASE WHEN held.seen_at <= ? THEN excluded.signal_id ELSE held.signal_id END,
        seen_at = CASE WHEN held.seen_at <= ? THEN excluded.seen_at ELSE held.seen_at END
      RETURNING signal_id
      """;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  /**
   * Makes {@code claimant} the holder unless another signal became it within the window.
   *
   * @return the holder
   */
  SignalId claim(Fingerprint fingerprint, SignalId claimant, Duration window, Instant now) {
    try (Connection connection = database.getConnection();
        PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setString(1, fingerprint.hex());
      claim.setObject(2, claimant.value());
      claim.setObject(3, now.atOffset(ZoneOffset.UTC));
      claim.setObject(4, now.minus(window).atOffset(ZoneOffset.UTC));
      claim.setObject(5, now.minus(window).atOffset(ZoneOffset.UTC));
      try (ResultSet holder = claim.executeQuery()) {
        holder.next();
        return new SignalId(holder.getObject(1, UUID.class));
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot claim fingerprint " + fingerprint.hex(), broken);
    }
  }
}
