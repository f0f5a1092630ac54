package io.strikewire.runner.jdbc;

import io.strikewire.json.StrictJson;
import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.RawSignal;
import io.strikewire.signal.SignalId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signals that wait for their decision. */
final class UndecidedSignals {

  private static final String WAITING =
      """
      SELECT DISTINCT portfolio FROM signals
      WHERE status = 'RECEIVED' AND next_attempt_at <= ? ORDER BY portfolio
      """;

  /** The lock is the transaction's: a crash frees it, and who lost it can write nothing. */
  private static final String LOCK =
      "SELECT pg_try_advisory_xact_lock(hashtextextended('strikewire/' || ?, 0))";

  private static final String OLDEST =
      """
      SELECT id, source, grade, body, created_at FROM signals
      WHERE portfolio = ? AND status = 'RECEIVED' AND next_attempt_at <= ?
      ORDER BY arrival LIMIT 1
      """;

  /** A stored signal and what its sender is called. */
  record Undecided(RawSignal raw, String source) {}

  private UndecidedSignals() {}

  static Optional<Undecided> next(Connection connection, Instant now) throws SQLException {
    for (String portfolio : waiting(connection, now)) {
      if (lock(connection, portfolio)) {
        Optional<Undecided> oldest = oldest(connection, portfolio, now);
        if (oldest.isPresent()) {
          return oldest;
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> waiting(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(WAITING)) {
      query.setObject(1, now.atOffset(ZoneOffset.UTC));
      List<String> portfolios = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          portfolios.add(rows.getString(1));
        }
      }
      return portfolios;
    }
  }

  private static boolean lock(Connection connection, String portfolio) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LOCK)) {
      query.setString(1, portfolio);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  private static Optional<Undecided> oldest(Connection connection, String portfolio, Instant now)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(OLDEST)) {
      query.setString(1, portfolio);
      query.setObject(2, now.atOffset(ZoneOffset.UTC));
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(read(row, new Portfolio(portfolio))) : Optional.empty();
      }
    }
  }

  private static Undecided read(ResultSet row, Portfolio portfolio) throws SQLException {
    SignalId id = new SignalId(row.getObject("id", UUID.class));
    StrictJson.Reading body =
        StrictJson.read(row.getString("body").getBytes(StandardCharsets.UTF_8));
    if (!(body instanceof StrictJson.Reading.Read read)) {
      throw new IllegalStateException("the stored body of " + id + " was readable when it came");
    }
    return new Undecided(
        new RawSignal(
            id,
            portfolio,
            AuthGrade.valueOf(row.getString("grade")),
            read.payload(),
            row.getObject("created_at", OffsetDateTime.class).toInstant()),
        row.getString("source"));
  }
}
