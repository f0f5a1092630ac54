package io.strikewire.validate.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.strikewire.database.TestDatabase;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Peer;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.Symbol;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeerRowsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final Duration HORIZON = Duration.ofMinutes(30);
  private static final Symbol SPY = new Symbol("SPY");
  private static final Symbol QQQ = new Symbol("QQQ");

  private static TestDatabase database;

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabase.start();
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @BeforeEach
  void empty() throws Exception {
    database.execute("TRUNCATE signals CASCADE");
  }

  @Test
  void each_source_speaks_with_its_latest_word_on_each_bar_size() throws Exception {
    stored("TRADINGVIEW", "SPY", "CALL", "5m", 10, "REJECTED");
    stored("TRADINGVIEW", "SPY", "PUT", "5m", 5, "ACCEPTED");
    stored("TRADINGVIEW", "SPY", "CALL", "1h", 20, "ACCEPTED");
    stored("MTF", "SPY", "CALL", "5m", 1, "REJECTED");
    stored("MTF", "QQQ", "PUT", "5m", 2, "REJECTED");

    Map<Symbol, List<Peer>> latest = latest(List.of(SPY, QQQ, new Symbol("IWM")));

    assertThat(latest).containsOnlyKeys(SPY, QQQ);
    assertThat(latest.get(SPY))
        .extracting(Peer::source, peer -> peer.timeframe().toString(), Peer::direction)
        .containsExactlyInAnyOrder(
            tuple("TRADINGVIEW", "5m", Direction.PUT),
            tuple("TRADINGVIEW", "1h", Direction.CALL),
            tuple("MTF", "5m", Direction.CALL));
    assertThat(latest.get(QQQ)).extracting(Peer::direction).containsExactly(Direction.PUT);
  }

  @Test
  void what_is_too_old_in_the_future_undecided_repeated_dead_or_closing_does_not_speak()
      throws Exception {
    stored("OLD", "SPY", "CALL", "5m", 31, "ACCEPTED");
    stored("FUTURE", "SPY", "CALL", "5m", -1, "REJECTED");
    stored("WAITING", "SPY", "CALL", "5m", 1, "RECEIVED");
    stored("AGAIN", "SPY", "CALL", "5m", 1, "DUPLICATE");
    stored("DEAD", "SPY", "CALL", "5m", 1, "DEAD");
    stored("CLOSING", "SPY", "CALL", "5m", 1, "CLOSED");
    stored("EDGE", "SPY", "CALL", "5m", 30, "REJECTED");

    assertThat(latest(List.of(SPY)).get(SPY)).extracting(Peer::source).containsExactly("EDGE");
  }

  @Test
  void who_has_spoken_after_the_span_is_heard_with_the_last_word_within_it() throws Exception {
    stored("MTF", "SPY", "CALL", "5m", -2, "REJECTED");
    stored("MTF", "SPY", "CALL", "5m", -1, "REJECTED");
    stored("MTF", "SPY", "PUT", "5m", 3, "REJECTED");
    stored("MTF", "SPY", "CALL", "5m", 4, "REJECTED");
    stored("MTF", "SPY", "CALL", "1h", 5, "REJECTED");

    assertThat(latest(List.of(SPY)).get(SPY))
        .extracting(peer -> peer.timeframe().toString(), Peer::direction)
        .containsExactlyInAnyOrder(tuple("5m", Direction.PUT), tuple("1h", Direction.CALL));
  }

  @Test
  void another_portfolio_is_not_heard() throws Exception {
    stored("MTF", "SPY", "CALL", "5m", 1, "ACCEPTED");
    try (Connection connection = database.source("").getConnection()) {
      assertThat(
              PeerRows.latest(
                  connection, new Portfolio("second"), List.of(SPY), NOW.minus(HORIZON), NOW))
          .isEmpty();
    }
  }

  @Test
  void ten_thousand_signals_of_two_sources_are_not_read_one_by_one() throws Exception {
    database.execute(
        "INSERT INTO signals (id, portfolio, source, symbol, direction, timeframe, timestamp,"
            + " status, grade, metadata, body, next_attempt_at, created_at)"
            + " SELECT gen_random_uuid(), 'main', 'S' || n % 2, 'SPY', 'CALL', '5m',"
            + " timestamptz '2026-11-23T14:59:00Z' - n * interval '1 ms', 'REJECTED', 'HMAC', '{}',"
            + " '', now(), now() FROM generate_series(1, 10000) n");
    database.execute("ANALYZE signals");
    assertThat(latest(List.of(SPY)).get(SPY)).hasSize(2);
    assertThat(read("idx_tup_fetch + idx_tup_read"))
        .as("index entries and rows that the query looked at")
        .isLessThan(100);
  }

  /** What one look takes from the index of decided signals. */
  private static long read(String counter) throws SQLException, InterruptedException {
    String query =
        "SELECT " + counter + " FROM pg_stat_user_indexes WHERE indexrelname = 'idx_signals_heard'";
    Thread.sleep(50);
    database.execute("SELECT pg_stat_force_next_flush()");
    long before = database.count(query);
    latest(List.of(SPY));
    Thread.sleep(50);
    long after = database.count(query);
    assertThat(after).as("the index is used").isGreaterThan(before);
    return after - before;
  }

  private static Map<Symbol, List<Peer>> latest(List<Symbol> symbols) throws SQLException {
    try (Connection connection = database.source("").getConnection()) {
      return PeerRows.latest(connection, Portfolio.MAIN, symbols, NOW.minus(HORIZON), NOW);
    }
  }

  private static void stored(
      String source, String symbol, String side, String timeframe, int minutesAgo, String status)
      throws SQLException {
    try (Connection connection = database.source("").getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO signals (id, portfolio, source, symbol, direction, timeframe,"
                    + " timestamp, status, grade, metadata, body, next_attempt_at, created_at)"
                    + " VALUES (?, 'main', ?, ?, ?, ?, ?, ?, 'HMAC', '{}', '', now(), now())")) {
      insert.setObject(1, UUID.randomUUID());
      insert.setString(2, source);
      insert.setString(3, symbol);
      insert.setString(4, side);
      insert.setString(5, timeframe);
      insert.setObject(6, NOW.minusSeconds(60L * minutesAgo).atOffset(ZoneOffset.UTC));
      insert.setString(7, status);
      insert.executeUpdate();
    }
  }
}
