package io.strikewire.access.jdbc;

import io.strikewire.access.ApiKeys;
import io.strikewire.access.Scope;
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
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Looks keys up by their SHA-256; 256 random bits need no slower hash. Asked of the database every
 * time, so that a revoked key is refused at once by every instance.
 */
@ApplicationScoped
public class HashedApiKeys implements ApiKeys {

  /** Anything else is no key, and not worth a question to the database. */
  private static final Pattern SHAPE = Pattern.compile("swk_[A-Za-z0-9_-]{43}");

  private static final String QUERY =
      """
      SELECT name, scope FROM api_keys
      WHERE key_hash = ? AND revoked_at IS NULL AND expires_at > ?
      """;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Inject private Clock clock;

  @Override
  public Optional<Holder> holder(String key) {
    if (!SHAPE.matcher(key).matches()) {
      return Optional.empty();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setBytes(1, sha256(key));
      query.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(new Holder(row.getString("name"), Scope.valueOf(row.getString("scope"))))
            : Optional.empty();
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot look up a key", broken);
    }
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
