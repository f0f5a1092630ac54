package io.strikewire.audit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strikewire.archive.Page;
import io.strikewire.audit.AuditFinding;
import io.strikewire.audit.AuditFinding.Kind;
import io.strikewire.audit.AuditQuery;
import io.strikewire.audit.AuditRecord;
import io.strikewire.audit.chain.ChainEnd;
import io.strikewire.audit.chain.CheckpointKey;
import io.strikewire.database.TestDatabase;
import io.strikewire.signal.SignalId;
import io.strikewire.signal.Symbol;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredAuditTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final long SEED = 8;
  private static final int DECISIONS = 60;

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
    database.execute(
        "SET session_replication_role = replica; TRUNCATE signals, decisions, orders, fills, marks,"
            + " positions, kill_switch, risk_overrides, audit_log, audit_heads, audit_checkpoints,"
            + " audit_pending CASCADE");
  }

  @Test
  void every_decision_and_its_signal_join_their_portfolios_chain_in_the_order_of_deciding()
      throws Exception {
    decide("main", DECISIONS);
    decide("second", 5);
    assertThat(link()).isEqualTo(2 * (DECISIONS + 5));
    assertThat(findings()).isEmpty();
    assertThat(
            database.count(
                "SELECT count(*) FROM audit_log l JOIN decisions d ON l.subject = d.id::text"
                    + " WHERE l.chain = d.portfolio AND l.id = 2 * d.sequence"))
        .isEqualTo(DECISIONS + 5);
    assertThat(link()).as("nothing is linked twice").isZero();
  }

  @Test
  void two_linkers_at_once_make_one_chain() throws Exception {
    decide("main", 3000);
    ExecutorService linkers = Executors.newFixedThreadPool(2);
    try {
      Callable<Integer> linker = StoredAuditTest::link;
      int linked = 0;
      for (Future<Integer> done : linkers.invokeAll(List.of(linker, linker))) {
        linked += done.get();
      }
      assertThat(linked + link()).isEqualTo(6000);
    } finally {
      linkers.shutdownNow();
    }
    assertThat(findings()).isEmpty();
    assertThat(database.count("SELECT id FROM audit_heads WHERE chain = 'main'")).isEqualTo(6000);
  }

  @Test
  void orders_fills_positions_overrides_and_the_kill_switch_are_noted_by_whoever_changes_them()
      throws Exception {
    decide("main", 1);
    UUID signal = id("main-signal", 1);
    UUID position = UUID.randomUUID();
    database.execute(
        ("INSERT INTO orders VALUES ('sw-1', '%s', 'main', '%s', '%s', 'SPY', 'O', 'BUY', 'ENTRY',"
                + " 4.2, 2, 0, 'NEW', '', 4.1, 4.3, 'QUOTE', '%s', NULL, NULL, false, 0, '%s', NULL,"
                + " '%s')")
            .formatted(UUID.randomUUID(), signal, position, NOW, NOW, NOW));
    database.execute("UPDATE orders SET attempts = 1");
    database.execute("UPDATE orders SET state = 'FILLED', filled = 2");
    database.execute(
        ("INSERT INTO positions VALUES ('%s', '%s', 'main', 'SPY', 'O', 'CALL', 2, 4.2, 4.2,"
                + " 'QUOTE', 0, 0, false, NULL, '%s', NULL, 4.1, 4.3, '%s', 4.2)")
            .formatted(position, signal, NOW, NOW));
    database.execute("UPDATE positions SET current_price = 5, mark_bid = 5, mark_ask = 5");
    database.execute(
        ("INSERT INTO fills (id, position_id, side, price, quantity, commission, fee, at, number)"
                + " VALUES ('%s', '%s', 'BUY', 4.2, 2, 1, 0, '%s', 1)")
            .formatted(UUID.randomUUID(), position, NOW));
    database.execute(
        "INSERT INTO kill_switch (mode, reason, by, at) VALUES ('REDUCING', 'test', 'ann', '"
            + NOW
            + "')");
    database.execute(
        ("INSERT INTO risk_overrides VALUES ('%s', 'open-positions', 9, 'test', 'bob', '%s', '%s')")
            .formatted(UUID.randomUUID(), NOW, NOW.plusSeconds(60)));
    link();
    assertThat(findings()).isEmpty();
    assertThat(texts("chain = 'main' AND action NOT IN ('SIGNAL', 'DECISION')"))
        .containsExactly("ORDER sw-1", "ORDER sw-1", "POSITION " + position, "FILL " + position);
    assertThat(texts("chain = 'system'"))
        .containsExactly("KILL_SWITCH REDUCING", "OVERRIDE open-positions");
    assertThat(
            database.count(
                "SELECT count(*) FROM audit_log WHERE signal_id = '"
                    + signal
                    + "' AND symbol = 'SPY'"))
        .as("found by the signal")
        .isEqualTo(6);
    assertThat(database.count("SELECT count(*) FROM audit_log WHERE actor LIKE '%by PostgreSQL%'"))
        .as("a session that is not the service's is named")
        .isEqualTo(6);
  }

  @Test
  void tamperings_with_the_rows_are_located() throws Exception {
    decide("main", DECISIONS);
    link();
    SplittableRandom random = new SplittableRandom(SEED);
    database.execute("CREATE TABLE kept AS SELECT * FROM audit_log");
    for (int i = 0; i < 40; i++) {
      long id = 1 + random.nextInt(2 * DECISIONS - 1);
      Kind kind = Kind.values()[i % 4];
      tamper(kind, id);
      assertThat(findings())
          .as(kind + " " + id)
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.kind()).isEqualTo(kind);
                assertThat(finding.id()).isEqualTo(id);
              });
      database.execute(
          "SET session_replication_role = replica; TRUNCATE audit_log;"
              + " INSERT INTO audit_log SELECT * FROM kept");
    }
    assertThat(findings()).isEmpty();
    database.execute("DROP TABLE kept");
  }

  private static void tamper(Kind kind, long id) throws SQLException {
    String away = "UPDATE audit_log SET id = -id WHERE id >= %d; ";
    String back = "UPDATE audit_log SET id = 1 - id WHERE id < 0";
    String sql =
        switch (kind) {
          case ALTERED -> "UPDATE audit_log SET payload = '{}' WHERE id = " + id;
          case MISSING -> "DELETE FROM audit_log WHERE id = " + id;
          case INSERTED ->
              (away + back).formatted(id)
                  + ("; INSERT INTO audit_log SELECT chain, %d, at, actor, action, subject, symbol,"
                          + " signal_id, '{}', previous, hash FROM kept WHERE id = %d")
                      .formatted(id, id);
          default ->
              "UPDATE audit_log SET id = 1000000 WHERE id = %d; UPDATE audit_log SET id = %d WHERE"
                      .formatted(id, id)
                  + " id = %d; UPDATE audit_log SET id = %d WHERE id = 1000000"
                      .formatted(id + 1, id + 1);
        };
    database.execute(
        "SET session_replication_role = replica; ALTER TABLE audit_log DROP CONSTRAINT"
            + " audit_log_id_check; "
            + sql
            + "; ALTER TABLE audit_log ADD CONSTRAINT audit_log_id_check CHECK (id > 0)");
  }

  @Test
  void a_row_that_a_record_vouches_for_is_compared_with_it() throws Exception {
    decide("main", DECISIONS);
    link();
    database.execute("UPDATE decisions SET confidence = 99 WHERE sequence = 7");
    assertThat(findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.SUBJECT))
        .satisfies(finding -> assertThat(finding.id()).isEqualTo(14));
    database.execute("UPDATE decisions SET confidence = 0 WHERE sequence = 7");
    database.execute(
        "UPDATE signals SET body = 'another' WHERE id = '" + id("main-signal", 3) + "'");
    assertThat(findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.id()).isEqualTo(5));
  }

  @Test
  void rows_of_both_forms_are_vouched_for_and_neither_form_is_another_ones_disguise()
      throws Exception {
    decide("main", DECISIONS);
    String old = "UPDATE %s SET digest_form = NULL WHERE created_at <= '%s'";
    Instant bound = NOW.plusMillis(DECISIONS / 2);
    database.execute(old.formatted("signals", bound) + ";" + old.formatted("decisions", bound));
    long olds = database.count("SELECT count(*) FROM decisions WHERE digest_form IS NULL");
    assertThat(olds).isPositive().isLessThan(DECISIONS);
    link();
    assertThat(findings()).isEmpty();
    for (String change :
        List.of(
            "UPDATE decisions SET digest_form = 1 WHERE sequence = 7",
            "UPDATE decisions SET digest_form = NULL WHERE sequence = %d".formatted(DECISIONS),
            "UPDATE decisions SET digest_form = 2 WHERE sequence = %d".formatted(DECISIONS),
            "UPDATE decisions SET confidence = 98 WHERE sequence = 7",
            "UPDATE decisions SET rejection = NULL, decision = 'HOLD' WHERE sequence = %d"
                .formatted(DECISIONS),
            "UPDATE decisions SET reasoning = (reasoning::text || ' ')::json WHERE sequence = %d"
                .formatted(DECISIONS),
            "UPDATE signals SET digest_form = 1 WHERE id = '%s'".formatted(id("main-signal", 3)),
            "UPDATE signals SET body = body || '{}', metadata = '{}' WHERE id = '%s'"
                .formatted(id("main-signal", DECISIONS)))) {
      database.execute("CREATE TABLE kept AS SELECT * FROM decisions");
      database.execute("CREATE TABLE came AS SELECT * FROM signals");
      database.execute(change);
      assertThat(findings())
          .as(change)
          .singleElement()
          .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.SUBJECT));
      database.execute(
          "SET session_replication_role = replica; DELETE FROM decisions; DELETE FROM signals;"
              + " INSERT INTO signals OVERRIDING SYSTEM VALUE SELECT * FROM came;"
              + " INSERT INTO decisions SELECT * FROM kept; DROP TABLE kept, came");
      assertThat(findings()).isEmpty();
    }
  }

  @Test
  void a_chain_that_was_written_anew_from_end_to_end_contradicts_its_signed_checkpoint()
      throws Exception {
    decide("main", DECISIONS);
    link();
    String key = newKey();
    try (Connection connection = database.source("").getConnection()) {
      connection.setAutoCommit(false);
      Checkpoints.write(connection, head(), CheckpointKey.parse(key).orElseThrow(), NOW);
    }
    assertThat(findings(key)).isEmpty();
    assertThat(findings(newKey()))
        .singleElement()
        .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.CHECKPOINT));
    database.execute("UPDATE decisions SET confidence = 99 WHERE sequence = 7");
    database.execute("SET session_replication_role = replica; TRUNCATE audit_log, audit_heads");
    link();
    assertThat(findings()).as("sound by itself").isEmpty();
    assertThat(findings(key))
        .singleElement()
        .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.CHECKPOINT))
        .satisfies(finding -> assertThat(finding.id()).isEqualTo(2 * DECISIONS));
  }

  @Test
  void the_log_refuses_to_be_changed_by_a_slip_of_the_hand() throws Exception {
    decide("main", 1);
    link();
    assertThatThrownBy(() -> database.execute("DELETE FROM audit_log"))
        .hasMessageContaining("only added to");
    assertThatThrownBy(() -> database.execute("UPDATE audit_log SET actor = 'x'"))
        .hasMessageContaining("only added to");
  }

  @Test
  void pages_follow_each_other_and_answer_to_date_symbol_signal_and_actor() throws Exception {
    decide("main", DECISIONS);
    link();
    AuditQuery all = query(50, Optional.empty(), Optional.empty(), Optional.empty());
    int read = 0;
    Optional<AuditQuery.Place> after = Optional.empty();
    do {
      Page<AuditRecord> page =
          page(
              new AuditQuery(
                  50,
                  after,
                  all.from(),
                  all.to(),
                  all.symbol(),
                  all.signal(),
                  all.actor(),
                  all.action()));
      read += page.items().size();
      after = page.next().flatMap(AuditQuery.Place::parse);
    } while (after.isPresent());
    assertThat(read).isEqualTo(2 * DECISIONS);
    SignalId signal = new SignalId(id("main-signal", 9));
    assertThat(page(query(50, Optional.empty(), Optional.of(signal), Optional.empty())).items())
        .extracting(AuditRecord::action)
        .containsExactlyInAnyOrder("SIGNAL", "DECISION");
    assertThat(
            page(query(500, Optional.of(new Symbol("QQQ")), Optional.empty(), Optional.empty()))
                .items())
        .isEmpty();
    assertThat(
            page(query(500, Optional.empty(), Optional.empty(), Optional.of("TradingView")))
                .items())
        .hasSize(DECISIONS)
        .allMatch(record -> record.action().equals("SIGNAL"));
  }

  private static AuditQuery query(
      int limit, Optional<Symbol> symbol, Optional<SignalId> signal, Optional<String> actor) {
    return new AuditQuery(
        limit,
        Optional.empty(),
        Optional.of(NOW.minusSeconds(60)),
        Optional.of(NOW.plusSeconds(86_400)),
        symbol,
        signal,
        actor,
        Optional.empty());
  }

  private static Page<AuditRecord> page(AuditQuery query) throws SQLException {
    try (Connection connection = database.source("").getConnection()) {
      return StoredAuditLog.page(connection, query);
    }
  }

  private static ChainEnd head() throws SQLException {
    try (Connection connection = database.source("").getConnection();
        var query = connection.prepareStatement("SELECT * FROM audit_heads WHERE chain = 'main'");
        var row = query.executeQuery()) {
      row.next();
      return ChainRows.end(row);
    }
  }

  private static List<AuditFinding> findings(String... key) throws SQLException {
    try (Connection connection = database.source("").getConnection()) {
      return new StoredAuditCheck()
          .check(connection, Optional.of(key).filter(k -> k.length > 0).map(k -> k[0]))
          .findings();
    }
  }

  private static List<String> texts(String condition) throws SQLException {
    try (Connection connection = database.source("").getConnection();
        var query =
            connection.prepareStatement(
                "SELECT action || ' ' || subject FROM audit_log WHERE "
                    + condition
                    + " ORDER BY chain, id");
        var rows = query.executeQuery()) {
      List<String> texts = new java.util.ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private static int link() throws SQLException {
    int linked = 0;
    try (Connection connection = database.source("").getConnection()) {
      connection.setAutoCommit(false);
      AuditChains chains = new AuditChains(connection, 25);
      for (List<String> behind = chains.behind(); !behind.isEmpty(); behind = chains.behind()) {
        for (String chain : behind) {
          linked += chains.link(chain).linked();
        }
      }
    }
    return linked;
  }

  private static UUID id(String what, int number) {
    return UUID.nameUUIDFromBytes(
        (what + number).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Signals that were decided, in their final rows. */
  private static void decide(String portfolio, int many) throws SQLException {
    StringBuilder sql = new StringBuilder();
    for (int i = 1; i <= many; i++) {
      sql.append(
          ("INSERT INTO signals (id, portfolio, source, symbol, direction, timeframe, timestamp,"
                  + " status, grade, metadata, body, next_attempt_at, created_at) VALUES ('%s', '%s',"
                  + " 'TradingView', 'SPY', 'CALL', '5m', '%s', 'REJECTED', 'HMAC', '{\"a\": 1.50}',"
                  + " '{\"a\":1.50}', '%s', '%s');")
              .formatted(id(portfolio + "-signal", i), portfolio, NOW, NOW, NOW.plusMillis(i)));
      sql.append(
          ("INSERT INTO decisions (id, signal_id, decision_type, decision, rejection, confidence,"
                  + " position_size, stage, reasoning, calculations, rules_version,"
                  + " settings_version, created_at, portfolio, sequence) VALUES ('%s', '%s', 'ENTRY',"
                  + " 'REJECT', 'TOO_OLD', 0, 0, 'VALIDATE', '[]', '{\"b\": 2.0}', '2', 'abc', '%s',"
                  + " '%s', %d);")
              .formatted(
                  id(portfolio + "-decision", i),
                  id(portfolio + "-signal", i),
                  NOW.plusMillis(i),
                  portfolio,
                  i));
    }
    database.execute(sql.toString());
  }

  private static String newKey() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Base64.Encoder base64 = Base64.getEncoder();
    return base64.encodeToString(pair.getPrivate().getEncoded())
        + "."
        + base64.encodeToString(pair.getPublic().getEncoded());
  }
}
