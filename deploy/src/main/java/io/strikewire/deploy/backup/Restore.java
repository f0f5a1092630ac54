package io.strikewire.deploy.backup;

import io.strikewire.db.Migrations;
import io.strikewire.deploy.backup.Manifest.Migration;
import io.strikewire.deploy.backup.Manifest.Sequence;
import io.strikewire.deploy.backup.Manifest.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Brings a database to what a backup holds: its schema by the same migrations, its rows, its
 * sequences. All of it happens in one transaction, which commits only when every table, read again,
 * has the rows and the checksum that the backup says.
 */
public final class Restore implements AutoCloseable {

  /** The history as the migrations' own tool keeps it. */
  private static final String HISTORY =
      """
      CREATE TABLE flyway_schema_history (
        installed_rank integer NOT NULL CONSTRAINT flyway_schema_history_pk PRIMARY KEY,
        version        varchar(50),
        description    varchar(200) NOT NULL,
        type           varchar(20) NOT NULL,
        script         varchar(1000) NOT NULL,
        checksum       integer,
        installed_by   varchar(100) NOT NULL,
        installed_on   timestamp NOT NULL DEFAULT now(),
        execution_time integer NOT NULL,
        success        boolean NOT NULL
      );
      CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history (success)
      """;

  private static final String APPLIED =
      """
      INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
        checksum, installed_by, execution_time, success)
      VALUES (?, ?, ?, 'SQL', ?, ?, current_user, 0, true)
      """;

  /** What belongs to an extension stays. */
  private static final String CLEAR =
      """
      DO $$
      DECLARE
        command text;
      BEGIN
        FOREACH command IN ARRAY ARRAY(
          SELECT format('DROP %s IF EXISTS %I CASCADE',
                        CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                                     ELSE 'TABLE' END, relname)
          FROM pg_class c WHERE relkind IN ('r', 'p', 'v', 'm')
            AND relnamespace = current_schema()::regnamespace
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
          UNION ALL
          SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', p.oid::regprocedure)
          FROM pg_proc p WHERE pronamespace = current_schema()::regnamespace
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e'))
        LOOP
          EXECUTE command;
        END LOOP;
      END $$
      """;

  private static final String OTHERS =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND application_name = 'strikewire' AND pid <> pg_backend_pid()";

  private final ZipFile file;
  private final Manifest manifest;

  private Restore(ZipFile file, Manifest manifest) {
    this.file = file;
    this.manifest = manifest;
  }

  /**
   * Opens a backup and reads all of it once: its checksums, and that this release knows its schema.
   *
   * @throws DamagedBackup if it is not whole
   * @throws Refused if it is of a schema that this release does not know
   */
  public static Restore open(Path path) throws IOException {
    ZipFile file;
    try {
      file = new ZipFile(path.toFile());
    } catch (ZipException broken) {
      throw new DamagedBackup(broken.getMessage());
    }
    try {
      Restore restore = new Restore(file, manifest(file));
      restore.verify();
      return restore;
    } catch (RuntimeException | IOException broken) {
      file.close();
      if (broken instanceof ZipException zip) {
        throw new DamagedBackup(zip.getMessage());
      }
      throw broken;
    }
  }

  /** What it holds. */
  public Manifest manifest() {
    return manifest;
  }

  private static Manifest manifest(ZipFile file) throws IOException {
    ZipEntry entry = file.getEntry(Backup.MANIFEST);
    if (entry == null) {
      throw new DamagedBackup("it has no manifest");
    }
    try (InputStream text = file.getInputStream(entry)) {
      return Manifest.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private void verify() throws IOException {
    for (Table table : manifest.tables()) {
      Digest digest = new Digest(OutputStream.nullOutputStream());
      try (InputStream rows = rows(table)) {
        rows.transferTo(digest);
      }
      if (!digest.hex().equals(table.sha256())) {
        throw new DamagedBackup("the rows of " + table.name() + " have another checksum");
      }
    }
    for (Migration migration : manifest.migrations()) {
      Optional<String> script = Migrations.script(migration.script());
      if (script.isEmpty() || Migrations.checksum(script.get()) != migration.checksum()) {
        throw new Refused(
            "the backup is of release "
                + manifest.release()
                + ", whose migration "
                + migration.script()
                + " this release does not know: restore it with that release");
      }
    }
  }

  private InputStream rows(Table table) throws IOException {
    ZipEntry entry = file.getEntry(Backup.ROWS + table.name());
    if (entry == null) {
      throw new DamagedBackup("the rows of " + table.name() + " are missing");
    }
    return file.getInputStream(entry);
  }

  /**
   * Restores, all of it or nothing.
   *
   * @param overwrite whether what is there may go
   * @throws Refused if the database is not empty and may not be overwritten, or is in use
   */
  public void into(DataSource database, boolean overwrite) throws IOException, SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Catalog catalog = new Catalog(connection);
      connection.commit();
      admit(catalog, overwrite);
      schema(connection, catalog);
      for (Table table : manifest.tables()) {
        load(connection, catalog, table);
      }
      for (Sequence sequence : manifest.sequences()) {
        catalog.text(
            "SELECT setval('%s', %d, %b)"
                .formatted(sequence.name(), sequence.last(), sequence.called()));
      }
      compare(connection, catalog);
      connection.commit();
      connection.setAutoCommit(true);
      catalog.execute("ANALYZE");
    }
  }

  private static void admit(Catalog catalog, boolean overwrite) throws SQLException {
    if (!"0".equals(catalog.text(OTHERS))) {
      throw new Refused("a service is connected to the database: stop it first");
    }
    if (!catalog.isEmpty() && !overwrite) {
      throw new Refused("the database is not empty: --overwrite replaces all that is in it");
    }
  }

  private void schema(Connection connection, Catalog catalog) throws IOException, SQLException {
    catalog.execute(CLEAR);
    catalog.execute(HISTORY);
    try (PreparedStatement applied = connection.prepareStatement(APPLIED)) {
      int rank = 0;
      for (Migration migration : manifest.migrations()) {
        catalog.execute(Migrations.script(migration.script()).orElseThrow());
        String[] name = migration.script().replaceFirst("^V(.*)\\.sql$", "$1").split("__", 2);
        applied.setInt(1, ++rank);
        applied.setString(2, name[0]);
        applied.setString(3, name[1].replace('_', ' '));
        applied.setString(4, migration.script());
        applied.setInt(5, migration.checksum());
        applied.executeUpdate();
      }
    }
  }

  /** Triggers rest meanwhile: what they would note is in the backup. */
  private void load(Connection connection, Catalog catalog, Table table)
      throws IOException, SQLException {
    catalog.execute("ALTER TABLE " + table.name() + " DISABLE TRIGGER USER");
    catalog.execute("DELETE FROM " + table.name());
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    try (InputStream rows = rows(table)) {
      copies.copyIn(
          "COPY " + table.name() + " (" + String.join(", ", table.columns()) + ") FROM STDIN",
          rows);
    }
    catalog.execute("ALTER TABLE " + table.name() + " ENABLE TRIGGER USER");
  }

  private void compare(Connection connection, Catalog catalog) throws IOException, SQLException {
    for (Table table : manifest.tables()) {
      Table now =
          Backup.copy(
              connection, catalog, table.name(), table.columns(), OutputStream.nullOutputStream());
      if (!now.equals(table)) {
        throw new IllegalStateException(
            table.name() + " came out differently: " + now + ", the backup says " + table);
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
