package io.strikewire.deploy;

import io.strikewire.db.Migrations;
import io.strikewire.deploy.boot.RuntimeFiles;
import io.strikewire.deploy.database.Durability;
import io.strikewire.deploy.database.EmbeddedDatabase;
import io.strikewire.deploy.demo.Demo;
import io.strikewire.deploy.demo.DemoStream;
import io.strikewire.deploy.demo.RecordedDay;
import io.strikewire.deploy.server.Address;
import io.strikewire.deploy.server.DataGrid;
import io.strikewire.deploy.server.MicroServer;
import io.strikewire.deploy.settings.DatabaseUrl;
import io.strikewire.deploy.settings.LaunchSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.ExitCode;

/** The service from its start to its end: lock, database, schema, server. */
final class Service {

  /** What {@link #run} answers when the service is up; its threads keep the process alive. */
  static final int KEEPS_RUNNING = -1;

  private final LaunchSettings settings;
  private final Optional<DataGrid> grid;
  private final Path data;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Optional<Demo> demo;
  private @Nullable FileChannel lock;
  private volatile @Nullable EmbeddedDatabase embedded;
  private volatile @Nullable MicroServer server;
  private volatile boolean stopping;
  private boolean ready;
  private boolean ended;

  Service(
      LaunchSettings settings,
      Optional<DataGrid> grid,
      Path data,
      PrintWriter out,
      PrintWriter err) {
    this(settings, grid, data, out, err, Optional.empty());
  }

  /** A service for a demonstration, in the directory beside the real one. */
  static Service demo(
      LaunchSettings settings, Demo demo, Path data, PrintWriter out, PrintWriter err) {
    return new Service(
        settings.startingAt(RecordedDay.BEGINS),
        Optional.empty(),
        Demo.directory(data),
        out,
        err,
        Optional.of(demo));
  }

  private Service(
      LaunchSettings settings,
      Optional<DataGrid> grid,
      Path data,
      PrintWriter out,
      PrintWriter err,
      Optional<Demo> demo) {
    this.demo = demo;
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
      if (demo.isEmpty() && Demo.owns(data)) {
        return fail(ExitCode.USAGE, "--data: " + data + " is a demo's, start it with --demo");
      }
      Files.createDirectories(data);
      if (!lock()) {
        return fail(ExitCode.SOFTWARE, "another strikewire uses the data directory " + data);
      }
      if (demo.isPresent()) {
        EmbeddedDatabase.stopWhatWasLeft(data);
        Demo.begin(data);
      }
      Address address = new Address(settings.host(), settings.port());
      if (address.check() instanceof Address.Check.Refused refused) {
        return fail(refused.misnamed() ? ExitCode.USAGE : ExitCode.SOFTWARE, refused.why());
      }
      StopSignals.answerWith(this::stopOnDemand);
      Path logs = Logs.toFilesOf(data);
      RuntimeFiles files = RuntimeFiles.unpack(data);
      files.removeOtherBuilds();
      WebhookSecret secret = WebhookSecret.of(settings, data);
      if (secret.created()) {
        say(out, "A webhook secret was generated and kept in " + data + ": " + secret.text());
      }
      Meanwhile<DatabaseUrl> database = Meanwhile.begin("database", () -> prepare(secret));
      MicroServer started = MicroServer.start(files, address, grid, database::result);
      server = started;
      if (!Boolean.getBoolean("strikewire.started")) {
        String mistakes = System.getProperty("strikewire.start.mistakes");
        return mistakes == null
            ? fail(ExitCode.SOFTWARE, "the application could not start; see " + logs)
            : fail(ExitCode.USAGE, mistakes);
      }
      letIn(started, new Greeting(address, settings.clock(), secret), begin);
      if (ready) {
        demo.ifPresent(played -> play(played, address, secret));
      }
      return KEEPS_RUNNING;
    } catch (Exception failed) {
      return fail(
          Forgetful.isBehind(failed) ? ExitCode.USAGE : ExitCode.SOFTWARE,
          failed.getMessage() == null ? failed.toString() : failed.getMessage());
    }
  }

  /** A database with today's schema, and the application told of it. */
  private DatabaseUrl prepare(WebhookSecret secret) throws Exception {
    DatabaseUrl database = database();
    if (settings.environment().equals("production")) {
      List<String> missing = Durability.missing(source(database));
      if (!missing.isEmpty()) {
        throw new Forgetful("DATABASE_URL: the server runs with these off: " + missing);
      }
    }
    new Migrations(source(database)).apply();
    System.setProperty("strikewire.migrated", "true");
    configure(database, secret);
    System.setProperty("strikewire.audit.key", AuditKey.of(settings, data).text());
    return database;
  }

  /** The database would acknowledge what it has not written; nothing in it was touched. */
  private static final class Forgetful extends Exception {
    private static final long serialVersionUID = 1;

    Forgetful(String why) {
      super(why);
    }

    static boolean isBehind(@Nullable Throwable failed) {
      return failed != null && (failed instanceof Forgetful || isBehind(failed.getCause()));
    }
  }

  private void play(Demo played, Address address, WebhookSecret secret) {
    say(out, "  DEMO       a recorded day of December 2022; nothing you see is real or of today");
    new DemoStream(URI.create(address.url()), played.pace(), secret::sign).start();
  }

  /** Held until the process ends: a channel that nobody refers to would be closed, and free it. */
  private boolean lock() throws IOException {
    FileChannel channel =
        FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    lock = channel;
    return channel.tryLock() != null;
  }

  /** Nobody is let in, and nothing said, once the service is being stopped. */
  private synchronized void letIn(MicroServer started, Greeting greeting, Instant begin) {
    if (!stopping) {
      started.open();
      greeting.lines(Duration.between(begin, Instant.now())).forEach(line -> say(out, line));
      ready = true;
    }
  }

  /** Whoever stops waits until it is started: a server that nobody knows would stay behind. */
  private synchronized DatabaseUrl database() throws Exception {
    if (ended) {
      throw new IllegalStateException("stopped before its database was there");
    }
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
    source.setApplicationName("strikewire");
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
    System.setProperty("strikewire.demo", Boolean.toString(demo.isPresent()));
    System.setProperty("strikewire.data", data.toString());
    System.setProperty("strikewire.webhook.secrets", secret.all());
    settings.adminKey().ifPresent(key -> System.setProperty("strikewire.admin-api-key", key));
    settings
        .metricsToken()
        .ifPresent(token -> System.setProperty("strikewire.metrics-token", token));
    settings
        .traces()
        .ifPresent(traces -> traces.properties(System.getenv()).forEach(System::setProperty));
    settings.clock().ifPresent(at -> System.setProperty("strikewire.clock", at.toString()));
  }

  private int fail(int code, String why) {
    if (stopping) {
      return KEEPS_RUNNING;
    }
    say(err, why);
    int stopped = stop();
    return stopped == ExitCode.OK ? code : stopped;
  }

  private static void say(PrintWriter to, String line) {
    to.println(line);
    to.flush();
  }

  /**
   * Somebody stops it. What is still starting breaks when its database goes; that was asked for,
   * and is no news.
   */
  private int stopOnDemand() {
    stopping = true;
    synchronized (this) {
      if (!ready) {
        Logs.silence();
        say(err, "stopped before it was ready");
      }
      return stop();
    }
  }

  /** First the server, so that nothing writes any more, then the database. */
  private synchronized int stop() {
    ended = true;
    try (EmbeddedDatabase last = embedded;
        MicroServer first = server) {
      return ExitCode.OK;
    } catch (Exception failed) {
      say(err, "stopping: " + failed);
      return ExitCode.SOFTWARE;
    } finally {
      embedded = null;
      server = null;
    }
  }
}
