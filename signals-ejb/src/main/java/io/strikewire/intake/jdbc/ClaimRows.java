package io.strikewire.intake.jdbc;

import io.strikewire.intake.Claims;
import io.strikewire.intake.Claims.Claim;
import io.strikewire.pipeline.jdbc.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/** The memory of deliveries. */
final class ClaimRows {

  /** A name that is taken stays as it is, unless what it stood for is forgotten. */
  private static final String CLAIM =
      """
      INSERT INTO deliveries AS held (key, signal_id, expires_at)
      SELECT * FROM unnest(?::text[], ?::uuid[], ?::timestamptz[])
      ON CONFLICT (key) DO UPDATE
        SET signal_id = excluded.signal_id, expires_at = excluded.expires_at, repeats = 0
        WHERE held.expires_at <= ?
      """;

  private static final String HELD = "SELECT key, signal_id FROM deliveries WHERE key = ANY (?)";

  private static final String CORRECT =
      """
      UPDATE deliveries SET signal_id = right_one
      FROM unnest(?::text[], ?::uuid[]) AS c (name, right_one) WHERE key = name
      """;

  private static final String REPEATED =
      """
      UPDATE deliveries SET repeats = repeats + came
      FROM unnest(?::text[], ?::int[]) AS c (name, came) WHERE key = name
      """;

  private static final String COUNT =
      """
      INSERT INTO signal_totals AS t (kind, code, count) VALUES ('REPEATED', '', ?)
      ON CONFLICT (kind, code) DO UPDATE SET count = t.count + excluded.count
      """;

  private ClaimRows() {}

  /** Claims all names at once. Whoever holds one and has not committed is waited for. */
  static Claims.Verdict claim(Connection connection, Claims claims, Instant now)
      throws SQLException {
    SortedMap<String, Claim> offered = claims.offered();
    Columns<Claim> columns = new Columns<>(connection, offered.values());
    try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setArray(1, new Columns<>(connection, offered.keySet()).texts(name -> name));
      claim.setArray(2, columns.uuids(Claim::owner));
      claim.setArray(3, columns.instants(Claim::expiresAt));
      claim.setObject(4, now.atOffset(ZoneOffset.UTC));
      if (claim.executeUpdate() == offered.size()) {
        return claims.granted();
      }
    }
    Claims.Verdict verdict = claims.judge(held(connection, offered.keySet()));
    correct(connection, verdict.astray());
    return verdict;
  }

  /**
   * Counts deliveries that came again.
   *
   * @param names how many came under each name
   * @param repeats how many there were
   */
  static void count(Connection connection, SortedMap<String, Integer> names, int repeats)
      throws SQLException {
    if (repeats == 0) {
      return;
    }
    try (PreparedStatement repeated = connection.prepareStatement(REPEATED);
        PreparedStatement count = connection.prepareStatement(COUNT)) {
      repeated.setArray(1, new Columns<>(connection, names.keySet()).texts(name -> name));
      repeated.setArray(2, new Columns<>(connection, names.values()).ints(came -> came));
      repeated.executeUpdate();
      count.setInt(1, repeats);
      count.executeUpdate();
    }
  }

  private static Map<String, UUID> held(Connection connection, Collection<String> names)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(HELD)) {
      query.setArray(1, new Columns<>(connection, names).texts(name -> name));
      Map<String, UUID> held = new HashMap<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          held.put(rows.getString(1), rows.getObject(2, UUID.class));
        }
      }
      return held;
    }
  }

  private static void correct(Connection connection, SortedMap<String, UUID> astray)
      throws SQLException {
    if (astray.isEmpty()) {
      return;
    }
    try (PreparedStatement update = connection.prepareStatement(CORRECT)) {
      update.setArray(1, new Columns<>(connection, astray.keySet()).texts(name -> name));
      update.setArray(2, new Columns<>(connection, astray.values()).uuids(right -> right));
      update.executeUpdate();
    }
  }
}
