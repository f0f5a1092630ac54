package io.strikewire.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The migrations on a real server: on a fresh database, and on one of the first release. */
class MigrationsTest {

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  @Test
  void a_fresh_database_gets_the_six_tables_with_the_columns_and_indexes_of_the_guide()
      throws Exception {
    DataSource fresh = database("fresh");
    new Migrations(fresh).apply();
    assertThat(texts(fresh, "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"))
        .contains(
            "signals",
            "positions",
            "decisions",
            "gex_signals",
            "context_snapshots",
            "processing_errors");
    assertThat(columns(fresh, "signals"))
        .contains(
            "id",
            "source",
            "symbol",
            "direction",
            "timeframe",
            "timestamp",
            "status",
            "metadata",
            "created_at");
    assertThat(columns(fresh, "decisions"))
        .contains(
            "id",
            "signal_id",
            "decision_type",
            "decision",
            "confidence",
            "position_size",
            "stage",
            "reasoning",
            "calculations",
            "created_at");
    assertThat(columns(fresh, "positions"))
        .contains(
            "id",
            "signal_id",
            "symbol",
            "direction",
            "quantity",
            "entry_price",
            "current_price",
            "unrealized_pnl",
            "realized_pnl",
            "is_closed",
            "opened_at",
            "closed_at");
    assertThat(texts(fresh, "SELECT indexdef FROM pg_indexes WHERE tablename = 'signals'"))
        .anyMatch(index -> index.contains("(created_at DESC"));
    assertThat(texts(fresh, "SELECT indexdef FROM pg_indexes WHERE tablename = 'positions'"))
        .anyMatch(index -> index.contains("(is_closed)"));
  }

  @Test
  void a_migration_of_a_lower_number_that_came_later_is_made_up_for() throws SQLException {
    DataSource old = database("later");
    Migrations migrations = new Migrations(old);
    int all = migrations.apply();
    try (Connection connection = old.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE market_data_modes");
      statement.execute("DELETE FROM flyway_schema_history WHERE version = '57'");
    }
    assertThat(migrations.apply()).isEqualTo(1).isLessThan(all);
  }

  @Test
  void a_second_start_changes_nothing_and_says_the_version() throws Exception {
    Migrations migrations = new Migrations(database("twice"));
    assertThat(migrations.version()).isEqualTo("none");
    List<String> pending = migrations.pending();
    assertThat(pending).startsWith("V1__schema.sql").contains("V80__api_keys.sql");
    assertThat(migrations.apply()).isEqualTo(pending.size());
    assertThat(migrations.pending()).isEmpty();
    String version = migrations.version();
    assertThat(migrations.apply()).isZero();
    assertThat(migrations.version()).isEqualTo(version).isNotEqualTo("none");
  }

  @Test
  void a_database_of_the_first_release_keeps_its_rows() throws Exception {
    DataSource old = databaseOfTheFirstRelease("old");
    run(old, SIGNAL, DECISION, POSITION, FILL);
    new Migrations(old).apply();
    assertThat(texts(old, "SELECT status FROM signals")).containsExactly("ACCEPTED");
    assertThat(texts(old, "SELECT decision FROM decisions")).containsExactly("ENTER");
    assertThat(texts(old, "SELECT quantity || ' at ' || entry_price FROM positions"))
        .containsExactly("4 at 4.2000");
    assertThat(texts(old, "SELECT side FROM fills")).containsExactly("BUY");
    assertThat(texts(old, "SELECT number || ' realized ' || realized FROM fills"))
        .containsExactly("1 realized -2.68");
    assertThat(texts(old, Files.readString(Path.of("..", "deploy", "invariants.sql")))).isEmpty();
  }

  @Test
  void a_second_entry_decision_or_position_of_one_signal_is_impossible() throws Exception {
    DataSource strict = databaseOfTheFirstRelease("strict");
    run(strict, SIGNAL, DECISION, POSITION);
    new Migrations(strict).apply();
    assertThatThrownBy(() -> run(strict, again("decisions", "\"sequence\":99,")))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("decisions_one_per_signal");
    assertThatThrownBy(() -> run(strict, again("positions", "")))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("positions_one_per_signal");
  }

  private static final String SIGNAL =
      """
      INSERT INTO signals (id, portfolio, source, symbol, direction, timeframe, timestamp, status,
        grade, metadata, body, next_attempt_at, created_at)
      VALUES ('a0000000-0000-7000-8000-000000000001', 'main', 'TRADINGVIEW', 'SPY', 'CALL', '5m',
        '2026-11-23T15:00:00Z', 'ACCEPTED', 'HMAC', '{}', '{}', '2026-11-23T15:00:00Z',
        '2026-11-23T15:00:00Z')
      """;

  private static final String DECISION =
      """
      INSERT INTO decisions (id, signal_id, decision_type, decision, confidence, position_size,
        stage, reasoning, calculations, rules_version, settings_version, created_at)
      VALUES ('d0000000-0000-7000-8000-000000000001', 'a0000000-0000-7000-8000-000000000001',
        'ENTRY', 'ENTER', 70, 4, 'DECIDE', '[]', '{}', '1', 'x', '2026-11-23T15:00:00Z')
      """;

  private static final String POSITION =
      """
      INSERT INTO positions (id, signal_id, portfolio, symbol, occ_symbol, direction, quantity,
        entry_price, current_price, price_basis, unrealized_pnl, realized_pnl, opened_at)
      VALUES ('c0000000-0000-7000-8000-000000000001', 'a0000000-0000-7000-8000-000000000001',
        'main', 'SPY', 'SPY261218C00500000', 'CALL', 4, 4.2, 4.2, 'PREMIUM', 0, -2.68,
        '2026-11-23T15:00:00Z')
      """;

  private static final String FILL =
      """
      INSERT INTO fills (id, position_id, side, price, quantity, commission, fee, at)
      VALUES ('f0000000-0000-7000-8000-000000000001', 'c0000000-0000-7000-8000-000000000001',
        'BUY', 4.2, 4, 2.6, 0.08, '2026-11-23T15:00:00Z')
      """;

  private static DataSource databaseOfTheFirstRelease(String name) throws SQLException {
    DataSource old = database(name);
    Flyway.configure()
        .dataSource(old)
        .locations("classpath:db/migration")
        .target("1")
        .load()
        .migrate();
    return old;
  }

  /** The table's row once more, under another name. */
  private static String again(String table, String also) {
    return "INSERT INTO "
        + table
        + " SELECT (jsonb_populate_record(r, '{"
        + also
        + "\"id\":\"e0000000-0000-7000-8000-000000000001\"}')).* FROM "
        + table
        + " r";
  }

  private static DataSource database(String name) throws SQLException {
    run(postgres.getPostgresDatabase(), "CREATE DATABASE " + name);
    return postgres.getDatabase("postgres", name);
  }

  private static List<String> columns(DataSource source, String table) throws SQLException {
    return texts(
        source,
        "SELECT column_name FROM information_schema.columns WHERE table_name = '" + table + "'");
  }

  private static void run(DataSource source, String... statements) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> texts(DataSource source, String query) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
