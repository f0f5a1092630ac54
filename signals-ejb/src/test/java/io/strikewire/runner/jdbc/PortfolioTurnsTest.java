package io.strikewire.runner.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strikewire.database.TestDatabase;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.event.SignalEvent.Rejected;
import io.strikewire.event.SignalRoute;
import io.strikewire.intake.Arrival;
import io.strikewire.intake.Arrivals;
import io.strikewire.intake.jdbc.ArrivalStore;
import io.strikewire.runner.Journey;
import io.strikewire.runner.jdbc.UndecidedSignals.Undecided;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.SignalId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortfolioTurnsTest {

  private static final Portfolio MAIN = Portfolio.MAIN;
  private static final List<Portfolio> BOOKS =
      List.of(MAIN, new Portfolio("second"), new Portfolio("third"));

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
    database.execute("TRUNCATE signals, deliveries, signal_totals, decisions CASCADE");
  }

  @Test
  void two_workers_on_ten_thousand_signals_lose_none_and_decide_none_twice() throws Exception {
    store(10_000);
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try {
      Callable<Integer> worker = () -> workUntilNoneIsLeft(database.source(""));
      int decided = 0;
      for (Future<Integer> done : workers.invokeAll(List.of(worker, worker))) {
        decided += done.get();
      }
      assertThat(decided).isEqualTo(10_000);
    } finally {
      workers.shutdownNow();
    }
    assertThat(database.count("SELECT count(*) FROM signals WHERE status = 'REJECTED'"))
        .isEqualTo(10_000);
    assertThat(database.count("SELECT count(DISTINCT signal_id) FROM decisions")).isEqualTo(10_000);
    assertThat(
            database.count(
                "SELECT count(*) FROM (SELECT portfolio, count(*) AS n, max(sequence) AS last,"
                    + " min(sequence) AS first FROM decisions GROUP BY portfolio) p"
                    + " WHERE n = last AND first = 1"))
        .as("every portfolio's decisions are numbered without a gap")
        .isEqualTo(BOOKS.size());
    assertThat(
            database.count(
                "SELECT count(*) FROM decisions d JOIN signals s ON s.id = d.signal_id"
                    + " JOIN decisions e ON e.portfolio = d.portfolio AND e.sequence = d.sequence + 1"
                    + " JOIN signals t ON t.id = e.signal_id WHERE t.arrival < s.arrival"))
        .as("in order of arrival")
        .isZero();
    assertThat(database.count("SELECT count FROM signal_totals WHERE kind = 'DECIDED'"))
        .isEqualTo(10_000);
  }

  @Test
  void a_portfolio_that_is_locked_is_not_taken_and_is_free_when_its_holder_dies() throws Exception {
    store(3);
    DataSource source = database.source("");
    try (Connection holder = source.getConnection();
        Connection other = source.getConnection()) {
      holder.setAutoCommit(false);
      other.setAutoCommit(false);
      assertThat(UndecidedSignals.lock(holder, MAIN)).isTrue();
      assertThat(UndecidedSignals.lock(other, MAIN)).isFalse();
      assertThat(UndecidedSignals.lock(other, BOOKS.get(1))).isTrue();
      database.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
              + " AND pid <> pg_backend_pid() AND pid = "
              + holder.unwrap(org.postgresql.PGConnection.class).getBackendPID());
      assertThat(lockWithin(other, 5_000)).isTrue();
    }
  }

  @Test
  void a_worker_that_was_stopped_for_too_long_can_write_nothing() throws Exception {
    store(30);
    DataSource impatient = database.source("-c idle_in_transaction_session_timeout=300ms");
    try (Connection zombie = impatient.getConnection()) {
      zombie.setAutoCommit(false);
      assertThat(UndecidedSignals.lock(zombie, MAIN)).isTrue();
      List<Undecided> taken = UndecidedSignals.oldest(zombie, MAIN, 0, Arrivals.NOW, 100);
      Thread.sleep(700);
      int decided = workUntilNoneIsLeft(database.source(""));
      assertThat(decided).isEqualTo(30);
      List<Journey> late = taken.stream().map(PortfolioTurnsTest::rejected).toList();
      assertThatThrownBy(() -> Outcomes.write(zombie, MAIN, late)).isInstanceOf(SQLException.class);
      assertThatThrownBy(zombie::commit).isInstanceOf(SQLException.class);
    }
    assertThat(database.count("SELECT count(*) FROM decisions")).isEqualTo(30);
  }

  @Test
  void outcomes_of_signals_that_someone_else_decided_are_refused_as_a_whole() throws Exception {
    store(30);
    try (Connection connection = database.source("").getConnection()) {
      connection.setAutoCommit(false);
      List<Journey> journeys =
          UndecidedSignals.oldest(connection, MAIN, 0, Arrivals.NOW, 100).stream()
              .map(PortfolioTurnsTest::rejected)
              .toList();
      database.execute(
          "UPDATE signals SET status = 'REJECTED' WHERE id = '" + journeys.get(0).id() + "'");
      assertThatThrownBy(() -> Outcomes.write(connection, MAIN, journeys))
          .hasMessageContaining("decided by someone else");
      connection.rollback();
    }
    assertThat(database.count("SELECT count(*) FROM decisions")).isZero();
  }

  @Test
  void outcomes_look_each_signal_up_by_its_name_however_many_wait() throws Exception {
    store(30);
    workUntilNoneIsLeft(database.source(""));
    database.execute("VACUUM ANALYZE signals");
    try (Connection connection = database.source("").getConnection();
        Statement statement = connection.createStatement()) {
      // The table is too small for an index to be worth it, and a statement of many rows is planned
      // without looking at them.
      statement.execute("SET enable_seqscan = off");
      statement.execute("SET plan_cache_mode = force_generic_plan");
      String outcomes = numbered(Outcomes.SIGNALS);
      statement.execute("PREPARE o (uuid[], text[], text[], text[], timestamptz[]) AS " + outcomes);
      assertThat(plan(statement, "o ('{}', '{}', '{}', '{}', '{}')"))
          .contains("signals_pkey")
          .doesNotContain("idx_signals_undecided");
      statement.execute("PREPARE a (timestamptz, int, uuid) AS " + numbered(Failures.ATTEMPT));
      assertThat(plan(statement, "a (now(), 3, gen_random_uuid())"))
          .contains("signals_pkey")
          .doesNotContain("idx_signals_undecided");
    }
  }

  private static String numbered(String sql) {
    String[] parts = sql.split("\\?", -1);
    return IntStream.range(0, parts.length)
        .mapToObj(n -> n == 0 ? parts[0] : "$" + n + parts[n])
        .collect(Collectors.joining());
  }

  private static String plan(Statement statement, String prepared) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (ResultSet rows = statement.executeQuery("EXPLAIN EXECUTE " + prepared)) {
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  @Test
  void a_failing_signal_is_tried_later_and_dead_after_its_last_try() throws Exception {
    store(1);
    SignalId id = new SignalId(firstId());
    try (Connection connection = database.source("").getConnection()) {
      for (int attempt = 1; attempt <= 3; attempt++) {
        Failures.record(
            connection, java.util.UUID.randomUUID(), id, "broken " + attempt, 3, Arrivals.NOW);
        assertThat(UndecidedSignals.oldest(connection, MAIN, 0, Arrivals.NOW, 10)).isEmpty();
      }
    }
    assertThat(database.count("SELECT count(*) FROM signals WHERE status = 'DEAD'")).isOne();
    assertThat(database.count("SELECT count(*) FROM processing_errors WHERE dead")).isOne();
    assertThat(database.count("SELECT count(*) FROM processing_errors")).isEqualTo(3);
    assertThat(database.count("SELECT count FROM signal_totals WHERE kind = 'DEAD'")).isOne();
  }

  private static java.util.UUID firstId() throws SQLException {
    try (Connection connection = database.source("").getConnection()) {
      return UndecidedSignals.oldest(connection, MAIN, 0, Arrivals.NOW, 1)
          .get(0)
          .received()
          .id()
          .value();
    }
  }

  private static void store(int count) {
    ArrivalStore store =
        new ArrivalStore(database.source(""), Clock.fixed(Arrivals.NOW, ZoneOffset.UTC));
    List<Arrival> arrivals =
        IntStream.range(0, count)
            .mapToObj(n -> Arrivals.saying("n" + n, Optional.empty(), BOOKS.get(bookOf(n, count))))
            .toList();
    store.store(arrivals);
  }

  /** A few signals all go to the first book, many are spread. */
  private static int bookOf(int n, int count) {
    return count < 100 ? 0 : n % BOOKS.size();
  }

  private static int workUntilNoneIsLeft(DataSource source) throws SQLException {
    int decided = 0;
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      List<Portfolio> waiting = UndecidedSignals.portfolios(connection);
      while (!waiting.isEmpty()) {
        for (Portfolio book : waiting) {
          decided += turn(connection, book);
        }
        waiting = UndecidedSignals.portfolios(connection);
      }
      connection.commit();
    }
    return decided;
  }

  private static int turn(Connection connection, Portfolio book) throws SQLException {
    int decided = 0;
    if (UndecidedSignals.lock(connection, book)) {
      List<Undecided> batch = UndecidedSignals.oldest(connection, book, 0, Arrivals.NOW, 100);
      if (!batch.isEmpty()) {
        Outcomes.write(connection, book, batch.stream().map(PortfolioTurnsTest::rejected).toList());
      }
      decided = batch.size();
    }
    connection.commit();
    return decided;
  }

  private static Journey rejected(Undecided signal) {
    Journey journey = new Journey(signal.received().id());
    Decision decision =
        Decision.rejected(
            signal.received().id(),
            SignalRoute.NORMALIZE,
            Rejection.TOO_OLD,
            List.of(),
            new Decision.Versions("1", "test"),
            Arrivals.NOW);
    journey.pass(signal.received(), Arrivals.NOW, 1);
    journey.pass(new Rejected(decision), Arrivals.NOW, 2);
    return journey;
  }

  private static boolean lockWithin(Connection connection, long ms) throws Exception {
    for (long end = System.currentTimeMillis() + ms; System.currentTimeMillis() < end; ) {
      if (UndecidedSignals.lock(connection, MAIN)) {
        return true;
      }
      Thread.sleep(20);
    }
    return false;
  }
}
