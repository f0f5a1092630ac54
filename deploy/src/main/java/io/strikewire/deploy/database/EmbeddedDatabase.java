package io.strikewire.deploy.database;

import io.strikewire.deploy.settings.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A real PostgreSQL under the data directory, on loopback, kept across restarts. */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);

  /** Rarer checkpoints write less; after a crash there is more of the log to go through. */
  private static final String MOST_LOG = "2GB";

  private final EmbeddedPostgres server;
  private final Optional<Postmaster> postmaster;

  private EmbeddedDatabase(EmbeddedPostgres server, Optional<Postmaster> postmaster) {
    this.server = server;
    this.postmaster = postmaster;
  }

  /**
   * Starts the server. The caller holds the data directory's lock, so a server that already runs
   * there was left behind by a process that died: it is stopped first.
   *
   * @throws IllegalStateException if it would acknowledge what it has not written
   */
  public static EmbeddedDatabase start(Path data) throws IOException, SQLException {
    Path files = data.resolve("postgres");
    stopWhatWasLeft(data);
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(files)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setOverrideWorkingDirectory(data.resolve("postgres-binaries").toFile())
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", Buffers.ofThisMachine().setting())
            .setServerConfig("max_wal_size", MOST_LOG)
            .setPGStartupWait(START)
            .start();
    EmbeddedDatabase database = new EmbeddedDatabase(server, Postmaster.of(files));
    database.assertDurable();
    return database;
  }

  /** Stops a server that a process which died left running there; the lock has to be held. */
  public static void stopWhatWasLeft(Path data) throws IOException {
    Optional<Postmaster> orphan = Postmaster.of(data.resolve("postgres"));
    if (orphan.isPresent()) {
      orphan.get().stop();
    }
  }

  /** Where a running server of this data directory listens. */
  public static DatabaseUrl running(Path data) throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    return url(Integer.parseInt(lines.get(3).strip()));
  }

  /** How to reach it. */
  public DatabaseUrl url() {
    return url(server.getPort());
  }

  private static DatabaseUrl url(int port) {
    return new DatabaseUrl(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "postgres");
  }

  private void assertDurable() throws SQLException {
    List<String> missing = Durability.missing(server.getPostgresDatabase());
    if (!missing.isEmpty()) {
      throw new IllegalStateException("the embedded database runs with " + missing + " off");
    }
  }

  /** Stops the server; it has written a checkpoint and is gone when this returns. */
  @Override
  public void close() throws IOException {
    server.close();
    if (postmaster.isPresent()) {
      postmaster.get().awaitEnd();
    }
  }
}
