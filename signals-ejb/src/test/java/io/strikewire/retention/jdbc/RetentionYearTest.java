package io.strikewire.retention.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strikewire.audit.AuditFinding;
import io.strikewire.audit.chain.CheckpointKey;
import io.strikewire.audit.jdbc.AuditChains;
import io.strikewire.audit.jdbc.StoredAuditCheck;
import io.strikewire.database.TestDatabase;
import io.strikewire.intake.Arrival;
import io.strikewire.intake.Arrivals;
import io.strikewire.intake.Storing;
import io.strikewire.intake.jdbc.ArrivalStore;
import io.strikewire.intake.jdbc.DeliveryMemory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A year of signals with a retention of 30 days, on a real server. */
class RetentionYearTest {

  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int STEP_DAYS = 5;
  private static final int YEAR = 73;
  private static final int MANY = 150;
  private static final int TRADED_OF = 10;
  private static final long SEED = 5;

  /**
   * One day's decisions of a portfolio, some of them traded; all signals have rows of all kinds.
   */
  private static final String DAY =
      """
      WITH n AS (SELECT i, %1$d + i AS sequence, timestamptz '%2$s' + i * interval '1 minute' AS at,
                        md5('%3$s' || (%1$d + i))::uuid AS id FROM generate_series(1, %4$d) i),
      s AS (INSERT INTO signals (id, portfolio, source, symbol, direction, timeframe, timestamp,
              status, grade, metadata, body, next_attempt_at, created_at, decided_at)
            SELECT id, '%3$s', 'TradingView', 'SPY', 'CALL', '5m', at,
              CASE WHEN i %% %5$d = 0 THEN 'ACCEPTED' ELSE 'REJECTED' END, 'HMAC', '{}', '{}', at,
              at, at FROM n),
      d AS (INSERT INTO decisions (id, signal_id, decision_type, decision, rejection, confidence,
              position_size, stage, reasoning, calculations, rules_version, settings_version,
              created_at, portfolio, sequence)
            SELECT md5('d' || id)::uuid, id, 'ENTRY',
              CASE WHEN i %% %5$d = 0 THEN 'ENTER' ELSE 'REJECT' END,
              CASE WHEN i %% %5$d = 0 THEN NULL ELSE 'TOO_OLD' END, 50,
              CASE WHEN i %% %5$d = 0 THEN 1 ELSE 0 END, 'DECIDE', '[]', '{}', '2', 'x', at,
              '%3$s', sequence FROM n),
      o AS (INSERT INTO orders (client_order_id, id, portfolio, signal_id, position_id, symbol,
              occ_symbol, side, reason, quantity, filled, state, note, bid, ask, basis, priced_at,
              late, attempts, created_at, updated_at)
            SELECT 'sw-' || id, id, '%3$s', id, id, 'SPY', 'O', 'BUY', 'ENTRY', 1, 1, 'FILLED', '',
              4, 4.1, 'QUOTE', at, false, 1, at, at FROM n WHERE i %% %5$d = 0),
      e AS (INSERT INTO processing_errors (id, signal_id, stage, code, detail, created_at)
            SELECT md5('e' || id)::uuid, id, 'DECIDE', 'FAILED', '', at FROM n WHERE i = 1),
      v AS (INSERT INTO risk_violations (id, portfolio, signal_id, name, asked, allowed, at)
            SELECT md5('v' || id)::uuid, '%3$s', id, 'x', 1, 1, at FROM n WHERE i = 1)
      INSERT INTO fingerprints SELECT md5('f' || id), id, at FROM n
      """;

  private static final List<String> TAMPERED =
      List.of("decisions", "orders", "audit_log", "audit_anchors", "audit_checkpoints");

  private static TestDatabase database;
  private static String key;

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabase.start();
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Base64.Encoder base64 = Base64.getEncoder();
    key =
        base64.encodeToString(pair.getPrivate().getEncoded())
            + "."
            + base64.encodeToString(pair.getPublic().getEncoded());
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @BeforeEach
  void empty() throws Exception {
    database.execute(
        "SET session_replication_role = replica; TRUNCATE signals, decisions, orders, fingerprints,"
            + " deliveries, processing_errors, risk_violations, audit_log, audit_heads,"
            + " audit_checkpoints, audit_pending, audit_anchors CASCADE");
  }

  @Test
  void a_year_stays_as_small_as_a_month_and_the_log_is_sound_all_the_time() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int step = 0; step < YEAR; step++) {
      Instant today = at(step);
      decide("main", step, MANY);
      decide("second", step, 3);
      link();
      retain(today.plus(Duration.ofHours(3)));
      deliverAndDeliverAgain(step, random);
      if (step % 6 == 5) {
        assertThat(findings()).as("step " + step).isEmpty();
      }
    }
    link();
    long traded = YEAR * MANY / TRADED_OF;
    assertThat(database.count("SELECT count(*) FROM orders")).isEqualTo(traded);
    assertThat(database.count("SELECT count(*) FROM signals WHERE status = 'ACCEPTED'"))
        .as("what was traded stays")
        .isEqualTo(traded);
    assertThat(database.count("SELECT count(*) FROM decisions WHERE decision = 'REJECT'"))
        .as("the rest is a month's")
        .isBetween(5L * MANY, 8L * MANY);
    assertThat(database.count("SELECT count(*) FROM audit_log WHERE action = 'SIGNAL'"))
        .isBetween(traded, traded + 8 * MANY);
    assertThat(database.count("SELECT count(*) FROM fingerprints")).isLessThan(8 * MANY);
    assertThat(database.count("SELECT max(sequence) FROM decisions WHERE portfolio = 'main'"))
        .as("numbers go on")
        .isEqualTo(YEAR * MANY);
    assertThat(database.count("SELECT count(*) FROM processing_errors")).isLessThan(20);
    assertThat(findings()).isEmpty();
  }

  @Test
  void what_stayed_and_what_begins_the_chain_cannot_be_changed_unseen() throws Exception {
    aYearsBeginning();
    long begins = database.count("SELECT id FROM audit_anchors WHERE chain = 'main'");
    assertThat(begins).isPositive();
    for (String table : TAMPERED) {
      database.execute("CREATE TABLE saved_%1$s AS SELECT * FROM %1$s".formatted(table));
    }
    for (String tampering :
        List.of(
            "UPDATE decisions SET confidence = 99 WHERE sequence = " + TRADED_OF,
            "DELETE FROM audit_log WHERE signal_id = (SELECT signal_id FROM decisions WHERE"
                + " sequence = "
                + TRADED_OF
                + ")",
            "UPDATE audit_log SET payload = '{}' WHERE id < " + begins,
            "UPDATE audit_anchors SET id = id + 1 WHERE chain = 'main'",
            "DELETE FROM audit_anchors WHERE chain = 'main'",
            "DELETE FROM audit_checkpoints WHERE chain = 'main'",
            "DELETE FROM audit_log WHERE chain = 'main' AND id = " + (begins + 1),
            "DELETE FROM orders WHERE signal_id = (SELECT signal_id FROM decisions WHERE sequence"
                + " = "
                + TRADED_OF
                + ")")) {
      try (Connection connection = database.source("").getConnection()) {
        connection.setAutoCommit(false);
        connection.createStatement().execute("SET session_replication_role = replica");
        assertThat(connection.createStatement().executeUpdate(tampering)).isPositive();
        connection.commit();
        assertThat(findings()).as(tampering).isNotEmpty();
      }
      for (String table : TAMPERED) {
        database.execute(
            "SET session_replication_role = replica; TRUNCATE %1$s CASCADE;".formatted(table)
                + " INSERT INTO %1$s SELECT * FROM saved_%1$s".formatted(table));
      }
      assertThat(findings()).as("after " + tampering).isEmpty();
    }
  }

  @Test
  void a_broken_chain_is_left_as_it_is() throws Exception {
    for (int step = 0; step < 12; step++) {
      decide("main", step, 25);
    }
    link();
    database.execute(
        "SET session_replication_role = replica; UPDATE audit_log SET payload = '{}' WHERE id = 9");
    long before = database.count("SELECT count(*) FROM audit_log");
    assertThatThrownBy(() -> retain(at(12))).hasMessageContaining("broken chain");
    assertThat(database.count("SELECT count(*) FROM audit_log")).isEqualTo(before);
    assertThat(database.count("SELECT count(*) FROM signals")).isEqualTo(300);
  }

  @Test
  void under_load_deliveries_and_decisions_do_not_wait_for_it() throws Exception {
    for (int step = 0; step < 12; step++) {
      decide("main", step, 1000);
      link();
    }
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Integer> load = CompletableFuture.supplyAsync(() -> load(over));
    retain(at(12));
    over.set(true);
    assertThat(load.join()).as("batches stored and decided meanwhile").isPositive();
    link();
    assertThat(
            database.count(
                "SELECT count(*) FROM decisions WHERE sequence <= 5000"
                    + " AND portfolio = 'main'"))
        .as("all old ones are gone but those that were traded")
        .isEqualTo(5000 / TRADED_OF);
    assertThat(findings()).isEmpty();
  }

  /** Any wait for a lock longer than a moment fails the load, and the test. */
  private static int load(AtomicBoolean over) {
    int batches = 0;
    ArrivalStore store =
        new ArrivalStore(
            database.source("-c lock_timeout=250ms"), Clock.fixed(BEGIN, ZoneOffset.UTC));
    try (Connection connection = database.source("-c lock_timeout=250ms").getConnection();
        var statement = connection.createStatement()) {
      while (!over.get() || batches == 0) {
        Storing stored = store.store(List.of(Arrivals.saying("load " + batches))).get(0);
        if (!(stored instanceof Storing.Stored)) {
          throw new IllegalStateException("not stored: " + stored);
        }
        statement.execute(sql("load", batches, 5));
        batches++;
      }
      return batches;
    } catch (SQLException waited) {
      throw new IllegalStateException("waited for the retention", waited);
    }
  }

  /** Fifty days, of which twenty are old. */
  private static void aYearsBeginning() throws Exception {
    for (int step = 0; step < 10; step++) {
      decide("main", step, MANY);
    }
    link();
    retain(at(10));
    link();
    assertThat(findings()).isEmpty();
  }

  private static Instant at(int step) {
    return BEGIN.plus(Duration.ofDays((long) step * STEP_DAYS));
  }

  private static void decide(String portfolio, int step, int many) throws SQLException {
    database.execute(sql(portfolio, step, many));
  }

  private static String sql(String portfolio, int step, int many) {
    return DAY.formatted(step * many, at(step), portfolio, many, TRADED_OF);
  }

  /** What comes again within three days is recognized, by its name or by its body. */
  private static void deliverAndDeliverAgain(int step, SplittableRandom random) {
    List<String> said = List.of("key " + step, "body " + step);
    Instant now = at(step);
    List<Arrival> first = said.stream().map(text -> arrival(text, now)).toList();
    assertThat(store(now).store(first)).containsOnly(new Storing.Stored());
    Instant later = now.plus(Duration.ofHours(random.nextInt(73)));
    List<Arrival> again = said.stream().map(text -> arrival(text, later)).toList();
    assertThat(store(later).store(again))
        .as("step " + step)
        .allMatch(Storing.Repeated.class::isInstance);
  }

  /** Its names are remembered for 76 hours from now. */
  private static Arrival arrival(String text, Instant now) {
    Arrival arrival =
        text.contains("key") ? Arrivals.saying(text, "id of " + text) : Arrivals.saying(text);
    SortedMap<String, Instant> keys = new TreeMap<>();
    arrival.keys().keySet().forEach(name -> keys.put(name, now.plus(Duration.ofHours(76))));
    return new Arrival(arrival.signal(), arrival.metadata(), arrival.body(), keys);
  }

  private static ArrivalStore store(Instant now) {
    return new ArrivalStore(database.source(""), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static void retain(Instant now) throws SQLException {
    try (Connection connection = database.source("").getConnection()) {
      connection.setAutoCommit(false);
      RetentionSteps steps =
          new RetentionSteps(connection, CheckpointKey.parse(key).orElseThrow(), 100);
      for (String chain : steps.chains()) {
        while (steps.step(chain, now.minus(KEPT), now)) {
          assertThat(chain).isNotEmpty();
        }
      }
      while (steps.stepFingerprints(now.minus(KEPT))) {
        assertThat(now).isAfter(BEGIN);
      }
      DeliveryMemory.forget(connection, now, 10_000);
      connection.commit();
    }
  }

  private static void link() throws SQLException {
    try (Connection connection = database.source("").getConnection()) {
      connection.setAutoCommit(false);
      AuditChains chains = new AuditChains(connection, 500);
      for (List<String> behind = chains.behind(); !behind.isEmpty(); behind = chains.behind()) {
        for (String chain : behind) {
          chains.link(chain);
        }
      }
    }
  }

  private static List<AuditFinding> findings() throws SQLException {
    try (Connection connection = database.source("").getConnection()) {
      return new StoredAuditCheck().check(connection, Optional.of(key)).findings();
    }
  }
}
