package io.strikewire.intake.jdbc;

import io.strikewire.inbox.AlertDefaults;
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
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Looks tokens up by their SHA-256; 256 random bits need no slower hash. */
@ApplicationScoped
public class HashedTokens implements SenderTokens {

  /** Anything else is no token, and not worth a question to the database. */
  private static final Pattern SHAPE = Pattern.compile("swt_[A-Za-z0-9_-]{43}");

  private static final String QUERY =
      """
      SELECT id, source, portfolio, strategy, timeframe, addresses, fresh_seconds
      FROM webhook_tokens
      WHERE token_hash = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)
      """;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Inject private Clock clock;

  @Override
  public Optional<Sender> sender(String token) {
    if (!SHAPE.matcher(token).matches()) {
      return Optional.empty();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setBytes(1, sha256(token));
      query.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(sender(row)) : Optional.empty();
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot look up a token", broken);
    }
  }

  private static Sender sender(ResultSet row) throws SQLException {
    return new Sender(
        row.getObject("id", UUID.class),
        new Portfolio(row.getString("portfolio")),
        new AlertDefaults(
            Optional.of(row.getString("source")),
            Optional.ofNullable(row.getString("strategy")),
            Optional.ofNullable(row.getString("timeframe"))),
        List.of((String[]) row.getArray("addresses").getArray()),
        Optional.ofNullable(row.getObject("fresh_seconds", Integer.class))
            .map(Duration::ofSeconds));
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
