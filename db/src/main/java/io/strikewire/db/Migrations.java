package io.strikewire.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * The schema's history. Migrations only go forward; each is applied once, in its own transaction,
 * under a lock that lets several instances start on one database at the same time.
 */
public final class Migrations {

  private static final String FOLDER = "db/migration/";

  private final Flyway flyway;

  /** Migrations of the database behind {@code source}, in its default schema. */
  public Migrations(DataSource source) {
    this.flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:db/migration")
            .cleanDisabled(true)
            // Each part of the service numbers its own migrations in a range of its own.
            .outOfOrder(true)
            // A release starts on the schema of the one after it: that is what rolling back needs.
            .ignoreMigrationPatterns("*:missing", "*:future")
            .load();
  }

  /**
   * Brings the schema to the newest version.
   *
   * @return how many migrations were applied; 0 when the schema was already there
   * @throws org.flywaydb.core.api.FlywayException if one fails or an applied one was changed since
   */
  public int apply() {
    return flyway.migrate().migrationsExecuted;
  }

  /** The names of the migrations that wait, in the order in which they will be applied. */
  public List<String> pending() {
    return Stream.of(flyway.info().pending()).map(MigrationInfo::getScript).toList();
  }

  /** The version the schema stands at; {@code "none"} before the first migration. */
  public String version() {
    MigrationInfo current = flyway.info().current();
    return current == null || current.getVersion() == null
        ? "none"
        : current.getVersion().getVersion();
  }

  /** A migration's statements; empty when this release has none of that name. */
  public static Optional<String> script(String name) throws IOException {
    try (InputStream file = Migrations.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      return file == null
          ? Optional.empty()
          : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** The checksum under which a migration is on record: of its lines without their ends. */
  public static int checksum(String script) throws IOException {
    CRC32 checksum = new CRC32();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new java.io.ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        checksum.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return (int) checksum.getValue();
  }
}
