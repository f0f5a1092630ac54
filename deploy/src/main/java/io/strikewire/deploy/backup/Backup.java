package io.strikewire.deploy.backup;

import io.strikewire.deploy.backup.Manifest.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes all rows of one snapshot into a file, beside a service that goes on. */
public final class Backup {

  static final String MANIFEST = "manifest.txt";
  static final String ROWS = "rows/";

  private Backup() {}

  /**
   * Makes a backup; the file appears when it is whole, and only its owner can read it.
   *
   * @param release who makes it
   */
  public static Manifest write(DataSource database, Path file, String release, Instant now)
      throws IOException, SQLException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    Files.deleteIfExists(partial);
    Files.createFile(
        partial,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Connection connection = database.getConnection();
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(partial))) {
      Manifest manifest = write(connection, zip, release, now);
      zip.close();
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      return manifest;
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static Manifest write(
      Connection connection, ZipOutputStream zip, String release, Instant now)
      throws IOException, SQLException {
    connection.setAutoCommit(false);
    Catalog catalog = new Catalog(connection);
    connection.commit();
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    List<Table> tables = new ArrayList<>();
    for (Map.Entry<String, List<String>> table : catalog.tables().entrySet()) {
      zip.putNextEntry(new ZipEntry(ROWS + table.getKey()));
      tables.add(copy(connection, catalog, table.getKey(), table.getValue(), zip));
      zip.closeEntry();
    }
    Manifest manifest =
        new Manifest(now, release, catalog.migrations(), tables, catalog.sequences());
    connection.rollback();
    zip.putNextEntry(new ZipEntry(MANIFEST));
    zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    return manifest;
  }

  /** Writes a table's rows, some thousands of bytes at a time, and says what they were. */
  static Table copy(
      Connection connection, Catalog catalog, String name, List<String> columns, OutputStream to)
      throws IOException, SQLException {
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    Digest digest = new Digest(to);
    long rows = copies.copyOut(catalog.export(name, columns), digest);
    return new Table(name, columns, rows, digest.hex());
  }
}
