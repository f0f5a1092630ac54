package io.strikewire.deploy.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A durable PostgreSQL that can be killed and started again on its data and its port. */
final class CrashingPostgres implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(CrashingPostgres.class.getName());

  /** It goes through up to a gigabyte of its log, beside two services and their senders. */
  private static final Duration RECOVERY = Duration.ofMinutes(2);

  private final Path data;
  private EmbeddedPostgres server;

  private CrashingPostgres(Path data) throws IOException {
    this.data = data;
    this.server = start(0);
  }

  static CrashingPostgres in(Path data) throws IOException {
    return new CrashingPostgres(data);
  }

  private EmbeddedPostgres start(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data.resolve("postgres"))
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "200")
            .setPGStartupWait(RECOVERY);
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  int port() {
    return server.getPort();
  }

  /** SIGKILL of the postmaster; its children notice and end. Then the recovery. */
  void crash() throws IOException, InterruptedException {
    int port = port();
    String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0).strip();
    new ProcessBuilder("kill", "-KILL", pid).start().waitFor();
    while (ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isPresent()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    try {
      server.close();
    } catch (IOException | RuntimeException alreadyGone) {
      LOG.log(System.Logger.Level.DEBUG, "killed before: {0}", alreadyGone);
    }
    // Backends of the dead postmaster hold its shared memory for a moment.
    TimeUnit.SECONDS.sleep(1);
    server = start(port);
  }

  /** Starts it again if it ended itself. */
  void startIfGone() throws IOException, InterruptedException {
    Path pidFile = data.resolve("postgres/postmaster.pid");
    if (Files.notExists(pidFile)) {
      int port = port();
      server.close();
      server = start(port);
    }
  }

  /** Ends one session of the instances, a busy one if there is any. */
  boolean terminateOne() throws SQLException {
    return count(
            """
            SELECT count(*) FROM (
              SELECT pg_terminate_backend(pid) FROM (
                SELECT pid FROM pg_stat_activity
                WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
                ORDER BY (state <> 'idle') DESC, random() LIMIT 1) chosen) ended
            """)
        == 1;
  }

  long count(String query) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + port() + "/postgres?user=postgres";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
