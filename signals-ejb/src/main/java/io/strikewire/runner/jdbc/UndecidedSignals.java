package io.strikewire.runner.jdbc;

import io.strikewire.event.SignalEvent.Received;
import io.strikewire.json.StrictJson;
import io.strikewire.runner.BatchFailure;
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
import java.util.UUID;

/** Signals that wait for their decision. */
final class UndecidedSignals {

  /** From one portfolio to the next by the index, however many signals each has. */
  private static final String PORTFOLIOS =
      """
      WITH RECURSIVE p (portfolio) AS (
        (SELECT portfolio FROM signals WHERE status = 'RECEIVED' ORDER BY portfolio LIMIT 1)
        UNION ALL
        SELECT (SELECT s.portfolio FROM signals s
                WHERE s.status = 'RECEIVED' AND s.portfolio > p.portfolio
                ORDER BY s.portfolio LIMIT 1)
        FROM p WHERE p.portfolio IS NOT NULL)
      SELECT portfolio FROM p WHERE portfolio IS NOT NULL
      """;

  /** The lock is the transaction's: a crash frees it, and who lost it can write nothing. */
  private static final String LOCK =
      "SELECT pg_try_advisory_xact_lock(hashtextextended('strikewire/' || ?, 0))";

  private static final String OLDEST =
      """
      SELECT id, source, grade, body, created_at, arrival FROM signals
      WHERE portfolio = ? AND status = 'RECEIVED' AND arrival > ? AND next_attempt_at <= ?
      ORDER BY arrival LIMIT ?
      """;

  /** A stored signal and its place in the order of arrival. */
  record Undecided(Received received, long arrival) {}

  private UndecidedSignals() {}

  static List<Portfolio> portfolios(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(PORTFOLIOS);
        ResultSet rows = query.executeQuery()) {
      List<Portfolio> portfolios = new ArrayList<>();
      while (rows.next()) {
        portfolios.add(new Portfolio(rows.getString(1)));
      }
      return portfolios;
    }
  }

  /** Whether the transaction has the portfolio for itself now. */
  static boolean lock(Connection connection, Portfolio portfolio) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LOCK)) {
      query.setString(1, portfolio.name());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  static List<Undecided> oldest(
      Connection connection, Portfolio portfolio, long after, Instant now, int most)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(OLDEST)) {
      query.setString(1, portfolio.name());
      query.setLong(2, after);
      query.setObject(3, now.atOffset(ZoneOffset.UTC));
      query.setInt(4, most);
      List<Undecided> oldest = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          oldest.add(read(rows, portfolio));
        }
      }
      return oldest;
    }
  }

  private static Undecided read(ResultSet row, Portfolio portfolio) throws SQLException {
    SignalId id = new SignalId(row.getObject(1, UUID.class));
    StrictJson.Reading body = StrictJson.read(row.getString(4).getBytes(StandardCharsets.UTF_8));
    if (!(body instanceof StrictJson.Reading.Read read)) {
      throw new BatchFailure(
          List.of(id), new IllegalStateException("the body was readable when it came: " + body));
    }
    RawSignal raw =
        new RawSignal(
            id,
            portfolio,
            AuthGrade.valueOf(row.getString(3)),
            read.payload(),
            row.getObject(5, OffsetDateTime.class).toInstant());
    return new Undecided(new Received(raw, row.getString(2)), row.getLong(6));
  }
}
