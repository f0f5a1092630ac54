package io.strikewire.db;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * The schema's history. Migrations only go forward; each is applied once, in its own transaction,
 * under a lock that lets several instances start on one database at the same time.
 */
public final class Migrations {

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

  /** The version the schema stands at; {@code "none"} before the first migration. */
  public String version() {
    MigrationInfo current = flyway.info().current();
    return current == null || current.getVersion() == null
        ? "none"
        : current.getVersion().getVersion();
  }
}
