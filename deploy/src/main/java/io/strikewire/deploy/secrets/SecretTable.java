package io.strikewire.deploy.secrets;

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

/** The stored secrets of one kind: their hashes, until when they are good, and for what. */
public abstract class SecretTable {

  private final String name;

  /**
   * A table.
   *
   * @param name of the table, which has {@code id}, {@code created_at}, {@code expires_at}, {@code
   *     revoked_at}
   */
  SecretTable(String name) {
    this.name = name;
  }

  /** What a secret is good for, each {@code name=value}. */
  abstract List<String> facts(ResultSet row) throws SQLException;

  /** One line for each secret: its id, whether it is in force, what it is good for. */
  public final List<String> lines(DataSource database, Instant now) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery("SELECT * FROM " + name + " ORDER BY created_at, id")) {
      while (rows.next()) {
        List<String> words = new ArrayList<>();
        words.add(rows.getString("id"));
        words.add(state(instant(rows, "revoked_at"), instant(rows, "expires_at"), now));
        words.addAll(facts(rows));
        words.add("created=" + instant(rows, "created_at"));
        lines.add(String.join("  ", words));
      }
    }
    return lines;
  }

  /** Ends one; whether it was in force. */
  public final boolean revoke(DataSource database, UUID id, Instant now) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement revoke =
            connection.prepareStatement(
                "UPDATE "
                    + name
                    + " SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"
                    + " AND coalesce(expires_at > ?, true)")) {
      revoke.setObject(1, now.atOffset(ZoneOffset.UTC));
      revoke.setObject(2, id);
      revoke.setObject(3, now.atOffset(ZoneOffset.UTC));
      return revoke.executeUpdate() == 1;
    }
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
}
