package io.strikewire.deploy.secrets;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The stored tokens: their hashes and what they are good for. */
public final class TokenTable extends SecretTable {

  private static final String ADD =
      """
      INSERT INTO webhook_tokens (id, source, portfolio, token_hash, created_at, expires_at,
                                  strategy, timeframe, addresses, fresh_seconds)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** The table of tokens. */
  public TokenTable() {
    super("webhook_tokens");
  }

  /** Stores the hash of a new secret; the secret, which nobody can see again. */
  public Secret add(DataSource database, NewToken token, Instant now) throws SQLException {
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
    return secret;
  }

  @Override
  List<String> facts(ResultSet row) throws SQLException {
    String[] addresses = (String[]) row.getArray("addresses").getArray();
    return List.of(
        "source=" + row.getString("source"),
        "portfolio=" + row.getString("portfolio"),
        "strategy=" + shown(row.getString("strategy")),
        "timeframe=" + shown(row.getString("timeframe")),
        "from=" + (addresses.length == 0 ? "anywhere" : String.join(",", addresses)),
        "fresh=" + shown(row.getString("fresh_seconds")));
  }

  private static String shown(@Nullable String value) {
    return value == null ? "-" : value;
  }
}
