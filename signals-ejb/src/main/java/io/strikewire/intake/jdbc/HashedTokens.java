package io.strikewire.intake.jdbc;

import io.strikewire.inbox.SenderTokens;
import io.strikewire.signal.Portfolio;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks tokens up by their SHA-256; 256 random bits need no slower hash. */
@ApplicationScoped
public class HashedTokens implements SenderTokens {

  private static final int LONGEST = 128;

  private static final String QUERY =
      """
      SELECT id, source, portfolio FROM webhook_tokens
      WHERE token_hash = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)
      """;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Inject private Clock clock;

  @Override
  public Optional<Sender> sender(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setBytes(1, sha256(token));
      query.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Sender(
                    row.getObject("id", UUID.class),
                    row.getString("source"),
                    new Portfolio(row.getString("portfolio"))))
            : Optional.empty();
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot look up a token", broken);
    }
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
