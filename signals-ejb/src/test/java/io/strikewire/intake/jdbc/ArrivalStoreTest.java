package io.strikewire.intake.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.database.TestDatabase;
import io.strikewire.intake.Arrival;
import io.strikewire.intake.Arrivals;
import io.strikewire.intake.Storing;
import io.strikewire.intake.Storing.Refused;
import io.strikewire.intake.Storing.Repeated;
import io.strikewire.intake.Storing.Stored;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrivalStoreTest {

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
    database.execute("TRUNCATE signals, deliveries, signal_totals CASCADE");
  }

  @Test
  void arrivals_are_stored_in_their_order_with_what_they_said() throws Exception {
    List<Arrival> arrivals = List.of(Arrivals.saying("b"), Arrivals.saying("a"));
    assertThat(at(Arrivals.NOW).store(arrivals)).containsExactly(new Stored(), new Stored());
    assertThat(
            database.count(
                "SELECT count(*) FROM (SELECT metadata->>'note' AS n, lead(metadata->>'note') OVER"
                    + " (ORDER BY arrival) AS next FROM signals) s WHERE n = 'b' AND next = 'a'"))
        .isOne();
    assertThat(
            database.count(
                "SELECT count(*) FROM signals WHERE timestamp = '2026-11-23T15:00:00Z'"
                    + " AND created_at = '2026-11-23T15:00:00Z' AND body LIKE '{\"symbol\"%'"))
        .isEqualTo(2);
  }

  @Test
  void a_repeat_is_recognised_in_the_same_batch_and_in_a_later_one() throws Exception {
    Arrival first = Arrivals.saying("a");
    assertThat(at(Arrivals.NOW).store(List.of(first, Arrivals.saying("a"))))
        .containsExactly(new Stored(), new Repeated(first.id()));
    assertThat(at(Arrivals.NOW).store(List.of(Arrivals.saying("b"), Arrivals.saying("a"))))
        .containsExactly(new Stored(), new Repeated(first.id()));
    assertThat(database.count("SELECT count(*) FROM signals")).isEqualTo(2);
    assertThat(database.count("SELECT count FROM signal_totals WHERE kind = 'REPEATED'"))
        .isEqualTo(2);
    assertThat(database.count("SELECT sum(repeats) FROM deliveries")).isEqualTo(2);
  }

  @Test
  void the_last_number_that_was_given_is_known_and_a_repeat_is_given_none() throws Exception {
    ArrivalStore store = at(Arrivals.NOW);
    store.store(List.of(Arrivals.saying("a"), Arrivals.saying("b")));
    assertThat(store.lastArrival())
        .isPositive()
        .isEqualTo(database.count("SELECT max(arrival) FROM signals"));
    ArrivalStore later = at(Arrivals.NOW);
    later.store(List.of(Arrivals.saying("a")));
    assertThat(later.lastArrival()).isZero();
  }

  @Test
  void another_body_under_a_known_key_is_a_repeat_and_its_body_is_remembered_for_the_first()
      throws Exception {
    Arrival first = Arrivals.saying("a", "key-1");
    at(Arrivals.NOW).store(List.of(first));
    assertThat(at(Arrivals.NOW).store(List.of(Arrivals.saying("b", "key-1"))))
        .containsExactly(new Repeated(first.id()));
    assertThat(at(Arrivals.NOW).store(List.of(Arrivals.saying("b"))))
        .containsExactly(new Repeated(first.id()));
    assertThat(database.count("SELECT count(*) FROM signals")).isOne();
  }

  @Test
  void a_delivery_that_is_forgotten_may_come_again() throws Exception {
    at(Arrivals.NOW).store(List.of(Arrivals.saying("a")));
    Instant later = Arrivals.NOW.plus(Duration.ofHours(77));
    assertThat(at(later).store(List.of(Arrivals.saying("a")))).containsExactly(new Stored());
    assertThat(database.count("SELECT count(*) FROM signals")).isEqualTo(2);
  }

  @Test
  void deliveries_whose_time_is_over_are_forgotten_and_no_others() throws Exception {
    at(Arrivals.NOW).store(List.of(Arrivals.saying("a"), Arrivals.saying("b", "k")));
    at(Arrivals.NOW.plusSeconds(60)).store(List.of(Arrivals.saying("c")));
    database.execute(
        "UPDATE deliveries SET expires_at = expires_at - interval '1 hour' WHERE key LIKE 'key%'");
    try (Connection connection = database.source("").getConnection()) {
      Instant then = Arrivals.NOW.plus(Duration.ofHours(75)).plusSeconds(1);
      assertThat(DeliveryMemory.forget(connection, then, 10)).isOne();
      assertThat(DeliveryMemory.forget(connection, then, 10)).isZero();
    }
    assertThat(database.count("SELECT count(*) FROM deliveries")).isEqualTo(3);
  }

  @Test
  void the_same_arrival_stored_again_after_a_lost_answer_is_stored_once() throws Exception {
    List<Arrival> arrivals = List.of(Arrivals.saying("a", "k"), Arrivals.saying("b"));
    at(Arrivals.NOW).store(arrivals);
    assertThat(at(Arrivals.NOW).store(arrivals)).containsExactly(new Stored(), new Stored());
    assertThat(database.count("SELECT count(*) FROM signals")).isEqualTo(2);
    assertThat(database.count("SELECT count(*) FROM signal_totals")).isZero();
  }

  @Test
  void one_row_that_the_database_refuses_fails_alone() throws Exception {
    Arrival bad = Arrivals.saying("bad");
    Arrival unstorable = new Arrival(bad.signal(), "{no json", bad.body(), bad.keys());
    List<Storing> answers =
        at(Arrivals.NOW).store(List.of(Arrivals.saying("a"), unstorable, Arrivals.saying("b")));
    assertThat(answers.get(0)).isEqualTo(new Stored());
    assertThat(answers.get(1)).isInstanceOf(Refused.class);
    assertThat(answers.get(2)).isEqualTo(new Stored());
    assertThat(database.count("SELECT count(*) FROM signals")).isEqualTo(2);
    assertThat(database.count("SELECT count(*) FROM deliveries")).isEqualTo(2);
  }

  @Test
  void a_deadlock_with_another_session_costs_nothing_but_time() throws Exception {
    Arrival a = Arrivals.saying("a");
    Arrival b = Arrivals.saying("b");
    List<Arrival> ordered = new ArrayList<>(List.of(a, b));
    ordered.sort((x, y) -> x.keys().firstKey().compareTo(y.keys().firstKey()));
    try (Connection other = database.source("-c deadlock_timeout=60s").getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(claim(ordered.get(1)));
      CompletableFuture<List<Storing>> storing =
          CompletableFuture.supplyAsync(() -> at(Arrivals.NOW).store(ordered));
      while (database.count("SELECT count(*) FROM pg_locks WHERE NOT granted") == 0) {
        Thread.sleep(10);
      }
      statement.execute(claim(ordered.get(0)));
      other.rollback();
      assertThat(storing.get()).containsExactly(new Stored(), new Stored());
    }
  }

  @Test
  void writers_with_overlapping_batches_store_each_delivery_once_and_lose_none() throws Exception {
    int distinct = 10_000;
    ExecutorService writers = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> tasks =
          IntStream.range(0, 4)
              .<Callable<Integer>>mapToObj(seed -> () -> half(seed, distinct))
              .toList();
      int stored = 0;
      for (Future<Integer> done : writers.invokeAll(tasks)) {
        stored += done.get();
      }
      assertThat(stored).isEqualTo(distinct);
    } finally {
      writers.shutdownNow();
    }
    assertThat(database.count("SELECT count(*) FROM signals")).isEqualTo(distinct);
    assertThat(database.count("SELECT count(DISTINCT body) FROM signals")).isEqualTo(distinct);
    assertThat(database.count("SELECT count FROM signal_totals WHERE kind = 'REPEATED'"))
        .isEqualTo(distinct);
  }

  /** Each body is written by two of the four writers, in an order of its own. */
  private static int half(int seed, int distinct) {
    List<Integer> mine =
        new ArrayList<>(
            IntStream.range(0, distinct).filter(n -> n % 2 == seed % 2).boxed().toList());
    Collections.shuffle(mine, new Random(seed));
    int stored = 0;
    for (int from = 0; from < mine.size(); from += 100) {
      List<Arrival> batch =
          mine.subList(from, Math.min(from + 100, mine.size())).stream()
              .map(n -> Arrivals.saying("n" + n))
              .toList();
      stored += (int) at(Arrivals.NOW).store(batch).stream().filter(new Stored()::equals).count();
    }
    return stored;
  }

  private static String claim(Arrival arrival) {
    return "INSERT INTO deliveries (key, signal_id, expires_at) VALUES ('"
        + arrival.keys().firstKey()
        + "', gen_random_uuid(), '2026-12-01T00:00:00Z')";
  }

  private static ArrivalStore at(Instant now) {
    return new ArrivalStore(database.source(""), Clock.fixed(now, ZoneOffset.UTC));
  }
}
