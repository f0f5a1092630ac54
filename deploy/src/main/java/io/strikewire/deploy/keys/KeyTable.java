package io.strikewire.deploy.keys;

import io.strikewire.access.Scope;
import io.strikewire.deploy.tokens.Secret;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The stored keys: their hashes and what they are good for. */
public final class KeyTable {

  private static final String ADD =
      """
      INSERT INTO api_keys (id, name, scope, key_hash, created_at, expires_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private static final String ALL =
      "SELECT id, name, scope, created_at, expires_at, revoked_at FROM api_keys"
          + " ORDER BY created_at, id";

  private static final String REVOKE =
      "UPDATE api_keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL AND expires_at > ?";

  private KeyTable() {}

  /** Stores the hash of a new key; the key, which nobody can see again. */
  public static Secret add(DataSource database, NewKey key, Instant now) throws SQLException {
    Secret secret = Secret.random("swk_");
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setObject(1, UUID.randomUUID());
      insert.setString(2, key.name());
      insert.setString(3, Scope.parse(key.scope()).orElseThrow().name());
      insert.setBytes(4, secret.hash());
      insert.setObject(5, now.atOffset(ZoneOffset.UTC));
      insert.setObject(6, now.plus(Duration.ofDays(key.days())).atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
    return secret;
  }

  /** One line for each key. */
  public static List<String> lines(DataSource database, Instant now) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(ALL)) {
      while (rows.next()) {
        lines.add(line(rows, now));
      }
    }
    return lines;
  }

  /** Ends one; whether it was in force. */
  public static boolean revoke(DataSource database, UUID id, Instant now) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement revoke = connection.prepareStatement(REVOKE)) {
      revoke.setObject(1, now.atOffset(ZoneOffset.UTC));
      revoke.setObject(2, id);
      revoke.setObject(3, now.atOffset(ZoneOffset.UTC));
      return revoke.executeUpdate() == 1;
    }
  }

  private static String line(ResultSet row, Instant now) throws SQLException {
    OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
    Instant expires = row.getObject("expires_at", OffsetDateTime.class).toInstant();
    String state =
        revoked != null
            ? "revoked " + revoked.toInstant()
            : (expires.isAfter(now) ? "in force until " : "expired ") + expires;
    return String.join(
        "  ",
        row.getString("id"),
        state,
        "scope=" + Scope.valueOf(row.getString("scope")).word(),
        "name=" + row.getString("name"),
        "created=" + row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
