package io.strikewire.deploy.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strikewire.db.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups and their way back, on a real server whose sessions are on purpose not in UTC. */
class BackupTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  /** Everything that is awkward to copy: tabs, line ends, backslashes, nulls, bytes, arrays. */
  private static final String ROWS =
      """
      INSERT INTO signals (id, portfolio, source, symbol, direction, timeframe, timestamp, status,
        grade, metadata, body, next_attempt_at, created_at)
      SELECT gen_random_uuid(), 'main', E'A\\tB\\\\N', 'SPY', 'CALL', '5m',
        timestamptz '2026-03-08 01:30:00.123456-05' + n * interval '1 hour', 'ACCEPTED', 'HMAC',
        '{"note":"line\\nend \\u20ac"}', E'line\\nend\\r\\\\.\\n', '2026-11-23T15:00:00Z',
        '2026-11-23T15:00:00Z'
      FROM generate_series(1, 2000) n;
      INSERT INTO kill_switch (mode, reason, by, at)
      VALUES ('HALTED', 'drill', 'anna', '2026-11-23T15:00:00Z');
      INSERT INTO webhook_tokens (id, source, token_hash, created_at, addresses)
      VALUES (gen_random_uuid(), 'T', '\\x00ff10'::bytea, '2026-11-23T15:00:00Z', '{"10.0.0.0/8",::1}');
      INSERT INTO context_snapshots (id, ticker, timeframe, vix, regime, trend, bias, as_of, created_at)
      VALUES (gen_random_uuid(), 'SPY', '5m', 0.1::float8 + 0.2::float8, 'NORMAL', 'NEUTRAL',
        1e-17, '2026-11-23T15:00:00Z', '2026-11-23T15:00:00Z')
      """;

  private static EmbeddedPostgres server;
  private static DataSource original;

  @TempDir private static Path folder;
  private static Path file;
  private static Manifest made;

  @BeforeAll
  static void backUpTheOriginal() throws Exception {
    server = EmbeddedPostgres.builder().setServerConfig("timezone", "America/Los_Angeles").start();
    original = database("original");
    new Migrations(original).apply();
    run(original, ROWS);
    file = folder.resolve("one.backup");
    made = Backup.write(original, file, "9.9", NOW);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void what_comes_back_is_what_was_there_with_its_schema_and_sequences() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    DataSource copy = database("copy");
    try (Restore restore = Restore.open(file)) {
      restore.into(copy, false);
      assertThat(restore.manifest()).isEqualTo(made);
    }
    assertThat(Backup.write(copy, folder.resolve("copy.backup"), "9.9", NOW)).isEqualTo(made);
    assertThat(made.tables())
        .filteredOn(table -> table.name().equals("signals"))
        .first()
        .satisfies(signals -> assertThat(signals.rows()).isEqualTo(2000));
    for (String about :
        new String[] {
          "SELECT string_agg(indexdef, ';' ORDER BY indexname) FROM pg_indexes"
              + " WHERE schemaname = 'public'",
          "SELECT string_agg(concat(tgname, tgenabled, tgrelid::regclass), ';' ORDER BY tgname,"
              + " tgrelid::regclass::text) FROM pg_trigger WHERE NOT tgisinternal",
          "SELECT string_agg(concat(conname, pg_get_constraintdef(oid)), ';' ORDER BY conname,"
              + " conrelid::regclass::text) FROM pg_constraint WHERE connamespace ="
              + " 'public'::regnamespace",
          "SELECT count(*) FROM audit_pending"
        }) {
      assertThat(text(copy, about)).as(about).isEqualTo(text(original, about));
    }
    assertThat(new Migrations(copy).apply()).as("the history is known").isZero();
    run(copy, "INSERT INTO kill_switch (mode, reason, by, at) VALUES ('ACTIVE', 'x', 'y', now())");
    assertThat(text(copy, "SELECT max(id) FROM kill_switch")).as("numbers go on").isEqualTo("2");
    assertThat(text(copy, "SELECT count(*) FROM audit_pending WHERE subject = 'ACTIVE'"))
        .as("triggers work again")
        .isEqualTo("1");
  }

  @Test
  void what_is_there_is_only_replaced_when_told_and_then_completely() throws Exception {
    DataSource used = database("used");
    run(
        used,
        "CREATE TABLE mine (n int); INSERT INTO mine VALUES (7); CREATE TABLE signals (x int)");
    try (Restore restore = Restore.open(file)) {
      assertThatThrownBy(() -> restore.into(used, false))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("not empty");
      assertThat(text(used, "SELECT n FROM mine")).isEqualTo("7");
      restore.into(used, true);
      restore.into(used, true);
    }
    assertThat(text(used, "SELECT count(*) FROM signals")).isEqualTo("2000");
    assertThat(text(used, "SELECT to_regclass('mine')")).isNull();
  }

  @Test
  void while_a_service_is_connected_nothing_is_restored() throws Exception {
    DataSource busy = database("busy");
    try (Connection service = busy.getConnection();
        Statement name = service.createStatement();
        Restore restore = Restore.open(file)) {
      name.execute("SET application_name = 'strikewire'");
      assertThatThrownBy(() -> restore.into(busy, true))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("stop it first");
    }
  }

  @Test
  void a_damaged_file_is_refused_before_anything_is_touched() throws Exception {
    Path cut = folder.resolve("cut.backup");
    byte[] whole = Files.readAllBytes(file);
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> Restore.open(cut)).isInstanceOf(DamagedBackup.class);
    Path changed = rewritten("changed.backup", "rows/signals", "SPY", "SPX");
    assertThatThrownBy(() -> Restore.open(changed))
        .isInstanceOf(DamagedBackup.class)
        .hasMessageContaining("signals");
    Path other = folder.resolve("other.backup");
    Files.writeString(other, "INSERT INTO signals", StandardOpenOption.CREATE);
    assertThatThrownBy(() -> Restore.open(other)).isInstanceOf(DamagedBackup.class);
    Path newer = rewritten("newer.backup", "manifest.txt", "V70__audit.sql", "V99__later.sql");
    assertThatThrownBy(() -> Restore.open(newer))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("V99__later.sql");
  }

  @Test
  void a_restore_that_fails_on_the_way_changes_nothing() throws Exception {
    DataSource kept = database("kept");
    run(kept, "CREATE TABLE mine (n int); INSERT INTO mine VALUES (7)");
    String sum =
        made.tables().stream()
                .filter(table -> table.name().equals("signals"))
                .findFirst()
                .orElseThrow()
                .rows()
            + "\t";
    Path fewer = rewritten("fewer.backup", "manifest.txt", "signals\t" + sum, "signals\t1999\t");
    try (Restore restore = Restore.open(fewer)) {
      assertThatThrownBy(() -> restore.into(kept, true)).hasMessageContaining("differently");
    }
    assertThat(text(kept, "SELECT n FROM mine")).isEqualTo("7");
    assertThat(text(kept, "SELECT to_regclass('signals')")).isNull();
  }

  @Test
  void a_backup_never_replaces_a_file() {
    assertThatThrownBy(() -> Backup.write(original, file, "9.9", NOW))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  /** The backup with a text in one of its entries replaced. */
  private static Path rewritten(String name, String entry, String from, String to)
      throws IOException {
    Path target = folder.resolve(name);
    try (ZipFile zip = new ZipFile(file.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
      for (ZipEntry one : java.util.Collections.list(zip.entries())) {
        out.putNextEntry(new ZipEntry(one.getName()));
        String content = new String(zip.getInputStream(one).readAllBytes());
        out.write((one.getName().equals(entry) ? content.replace(from, to) : content).getBytes());
        out.closeEntry();
      }
    }
    return target;
  }

  private static DataSource database(String name) throws SQLException {
    run(server.getPostgresDatabase(), "CREATE DATABASE " + name);
    return server.getDatabase("postgres", name);
  }

  private static void run(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(DataSource source, String query) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
