package io.strikewire.deploy;

import io.strikewire.db.Migrations;
import io.strikewire.deploy.database.Durability;
import io.strikewire.deploy.database.EmbeddedDatabase;
import io.strikewire.deploy.server.DataGrid;
import io.strikewire.deploy.server.MicroServer;
import io.strikewire.deploy.settings.DatabaseUrl;
import io.strikewire.deploy.settings.LaunchSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The service from its start to its end: lock, database, schema, server. */
final class Service {

  /** What {@link #run} answers when the service is up; its threads keep the process alive. */
  static final int KEEPS_RUNNING = -1;

  private static final int MISCONFIGURED = 2;

  private final LaunchSettings settings;
  private final Optional<DataGrid> grid;
  private final Path data;
  private final PrintWriter out;
  private final PrintWriter err;
  private @Nullable EmbeddedDatabase embedded;
  private @Nullable MicroServer server;

  Service(
      LaunchSettings settings,
      Optional<DataGrid> grid,
      Path data,
      PrintWriter out,
      PrintWriter err) {
    this.settings = settings;
    this.grid = grid;
    this.data = data;
    this.out = out;
    this.err = err;
  }

  int run() {
    Instant begin = Instant.now();
    settings.warnings().forEach(warning -> say(err, "warning: " + warning));
    try {
      Files.createDirectories(data);
      if (!lock()) {
        return fail("another strikewire uses the data directory " + data);
      }
      if (!portIsFree()) {
        return fail("PORT: " + settings.port() + " is in use");
      }
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
      WebhookSecret secret = WebhookSecret.of(settings, data);
      if (secret.created()) {
        say(out, "A webhook secret was generated and kept in " + data + ": " + secret.text());
      }
      DatabaseUrl database = database();
      if (settings.environment().equals("production") && !isDurable(database)) {
        return MISCONFIGURED;
      }
      new Migrations(source(database)).apply();
      configure(database, secret);
      server =
          MicroServer.start(
              Path.of(System.getProperty("strikewire.runtime")),
              data,
              settings.host(),
              settings.port(),
              grid);
      if (!server.deployed()) {
        return fail("the application could not start; see " + data.resolve("logs/strikewire.log"));
      }
      greet(Duration.between(begin, Instant.now()), secret);
      return KEEPS_RUNNING;
    } catch (Exception failed) {
      return fail(failed.getMessage() == null ? failed.toString() : failed.getMessage());
    }
  }

  private boolean lock() throws IOException {
    FileChannel channel =
        FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    return lock != null;
  }

  private boolean portIsFree() {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** In production nothing is acknowledged by a server that could lose it. */
  private boolean isDurable(DatabaseUrl database) throws SQLException {
    List<String> missing = Durability.missing(source(database));
    missing.forEach(
        setting -> say(err, "DATABASE_URL: the server runs with " + setting + " off; turn it on"));
    return missing.isEmpty();
  }

  private DatabaseUrl database() throws Exception {
    if (settings.database().isPresent()) {
      return settings.database().get();
    }
    EmbeddedDatabase started = EmbeddedDatabase.start(data);
    embedded = started;
    return started.url();
  }

  static PGSimpleDataSource source(DatabaseUrl database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.jdbcUrl());
    if (!database.user().isEmpty()) {
      source.setUser(database.user());
      source.setPassword(database.password());
    }
    return source;
  }

  /** The application reads its configuration from system properties, as on any server. */
  private void configure(DatabaseUrl database, WebhookSecret secret) {
    System.setProperty("strikewire.db.url", database.jdbcUrl());
    System.setProperty("strikewire.db.user", database.user());
    System.setProperty("strikewire.db.password", database.password());
    System.setProperty("strikewire.env", settings.environment());
    System.setProperty("strikewire.webhook.secrets", secret.all());
    settings.adminKey().ifPresent(key -> System.setProperty("strikewire.admin-api-key", key));
    settings
        .metricsToken()
        .ifPresent(token -> System.setProperty("strikewire.metrics-token", token));
    settings.clock().ifPresent(at -> System.setProperty("strikewire.clock", at.toString()));
  }

  private void greet(Duration took, WebhookSecret secret) {
    String base = "http://" + address() + ":" + settings.port();
    Instant now = settings.clock().orElse(Clock.systemUTC().instant());
    String sample =
        "{\"source\":\"TradingView\",\"symbol\":\"SPY\",\"direction\":\"CALL\",\"timeframe\":\"5m\","
            + "\"timestamp\":\""
            + now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
            + "\",\"metadata\":{\"score\":85,\"confidence\":0.85}}";
    say(out, "Strikewire is ready in " + took.toMillis() / 1000.0 + " s");
    say(out, "  dashboard  " + base + "/");
    say(
        out,
        "  try it     curl -s "
            + base
            + "/webhook -H 'content-type: application/json' -H 'x-signature: "
            + secret.sign(sample)
            + "' -d '"
            + sample
            + "'");
  }

  private String address() {
    return settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
  }

  private int fail(String why) {
    say(err, why);
    return 1;
  }

  private static void say(PrintWriter to, String line) {
    to.println(line);
    to.flush();
  }

  /** First the server, so that nothing writes any more, then the database. */
  private void stop() {
    try {
      if (server != null) {
        server.close();
      }
      if (embedded != null) {
        embedded.close();
      }
    } catch (Exception failed) {
      say(err, "stopping: " + failed.getMessage());
      Runtime.getRuntime().halt(1);
    }
    if (server != null) {
      Runtime.getRuntime().halt(0);
    }
  }
}
