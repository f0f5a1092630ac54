package io.strikewire.deploy.tokens;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The stored tokens: their hashes and what they are good for. */
public final class TokenTable {

  private static final String ADD =
      """
      INSERT INTO webhook_tokens (id, source, portfolio, token_hash, created_at, expires_at,
                                  strategy, timeframe, addresses, fresh_seconds)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String ALL =
      """
      SELECT id, source, portfolio, strategy, timeframe, addresses, fresh_seconds,
             created_at, expires_at, revoked_at
      FROM webhook_tokens ORDER BY created_at
      """;

  private static final String REVOKE =
      "UPDATE webhook_tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL";

  private TokenTable() {}

  /** Stores the hash of a new secret; the secret, which nobody can see again. */
  public static String add(DataSource database, NewToken token, Instant now) throws SQLException {
    Secret secret = Secret.random("swt_");
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setObject(1, UUID.randomUUID());
      insert.setString(2, token.source());
      insert.setString(3, token.portfolio());
      insert.setBytes(4, secret.hash());
      insert.setObject(5, now.atOffset(ZoneOffset.UTC));
      insert.setObject(6, token.expiresAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
      insert.setString(7, token.strategy().orElse(null));
      insert.setString(8, token.timeframe().orElse(null));
      insert.setArray(9, connection.createArrayOf("text", token.addresses().toArray()));
      insert.setObject(10, token.freshSeconds().orElse(null));
      insert.executeUpdate();
    }
    return secret.text();
  }

  /** One line for each token. */
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
      return revoke.executeUpdate() == 1;
    }
  }

  private static String line(ResultSet row, Instant now) throws SQLException {
    String[] addresses = (String[]) row.getArray("addresses").getArray();
    return String.join(
        "  ",
        row.getString("id"),
        state(instant(row, "revoked_at"), instant(row, "expires_at"), now),
        "source=" + row.getString("source"),
        "portfolio=" + row.getString("portfolio"),
        "strategy=" + shown(row.getString("strategy")),
        "timeframe=" + shown(row.getString("timeframe")),
        "from=" + (addresses.length == 0 ? "anywhere" : String.join(",", addresses)),
        "fresh=" + shown(row.getString("fresh_seconds")),
        "created=" + instant(row, "created_at"));
  }

  private static String state(@Nullable Instant revoked, @Nullable Instant expires, Instant now) {
    if (revoked != null) {
      return "revoked " + revoked;
    }
    if (expires == null) {
      return "in force";
    }
    return expires.isAfter(now) ? "in force until " + expires : "expired " + expires;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static String shown(@Nullable String value) {
    return value == null ? "-" : value;
  }
}
