package io.strikewire.deploy.secrets;

import io.strikewire.access.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The stored keys: their hashes and what they are good for. */
public final class KeyTable extends SecretTable {

  private static final String ADD =
      """
      INSERT INTO api_keys (id, name, scope, key_hash, created_at, expires_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  /** The table of keys. */
  public KeyTable() {
    super("api_keys");
  }

  /** Stores the hash of a new key; the key, which nobody can see again. */
  public Secret add(DataSource database, NewKey key, Instant now) throws SQLException {
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

  @Override
  List<String> facts(ResultSet row) throws SQLException {
    return List.of(
        "scope=" + Scope.valueOf(row.getString("scope")).word(), "name=" + row.getString("name"));
  }
}
