package io.strikewire.deploy.system;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A secret address to be put straight into the database, where the command that makes one is not
 * what a test is about.
 *
 * @param addresses networks that may use it; any when there is none
 * @param freshSeconds how old an alert's own time may be, where that is bounded
 */
record SecretAddress(
    String source,
    String portfolio,
    Instant expires,
    List<String> addresses,
    Optional<Integer> freshSeconds) {

  private static final Duration LIFE = Duration.ofHours(3);

  /** Of a portfolio, for anyone. */
  static SecretAddress of(String portfolio, Instant expires) {
    return new SecretAddress("Test", portfolio, expires, List.of(), Optional.empty());
  }

  /** Stores it; its token. */
  String store(String jdbcUrl) throws Exception {
    String token = "swt_" + UUID.randomUUID().toString().replace("-", "") + "ABCDEFGHIJK";
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO webhook_tokens (id, source, token_hash, created_at, expires_at,
                                            addresses, fresh_seconds, portfolio)
                VALUES (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?)
                """)) {
      insert.setString(1, source);
      insert.setBytes(
          2,
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
      insert.setObject(3, expires.minus(LIFE).atOffset(ZoneOffset.UTC));
      insert.setObject(4, expires.atOffset(ZoneOffset.UTC));
      insert.setArray(5, connection.createArrayOf("text", addresses.toArray()));
      insert.setObject(6, freshSeconds.orElse(null));
      insert.setString(7, portfolio);
      insert.executeUpdate();
    }
    return token;
  }
}
