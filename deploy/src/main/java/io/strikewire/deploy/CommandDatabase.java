package io.strikewire.deploy;

import io.strikewire.db.Migrations;
import io.strikewire.deploy.boot.RuntimeFiles;
import io.strikewire.deploy.database.EmbeddedDatabase;
import io.strikewire.deploy.settings.DatabaseUrl;
import io.strikewire.deploy.settings.GivenConfiguration;
import io.strikewire.deploy.settings.LaunchSettings;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine;

/** The database that a command works on: the named one, a running service's, or one of its own. */
final class CommandDatabase {

  private CommandDatabase() {}

  /** What a command does with it; answers the exit code. */
  interface Work {
    int with(DataSource database) throws Exception;
  }

  /** Does the work on a migrated database; starts and stops an embedded one if it has to. */
  static int run(CommandLine line, Path data, Work work) throws Exception {
    return asItIs(
        line,
        data,
        database -> {
          new Migrations(database).apply();
          return work.with(database);
        });
  }

  /** Does the work on the database as it is, whatever its schema. */
  static int asItIs(CommandLine line, Path data, Work work) throws Exception {
    LaunchSettings.Reading reading =
        LaunchSettings.read(
            Optional.empty(), Optional.empty(), GivenConfiguration.ofThisProcess().variables());
    if (reading instanceof LaunchSettings.Reading.Mistaken mistaken) {
      mistaken.mistakes().forEach(line.getErr()::println);
      return CommandLine.ExitCode.USAGE;
    }
    Optional<DatabaseUrl> named = ((LaunchSettings.Reading.Sound) reading).settings().database();
    Path folder = Files.createDirectories(data.toAbsolutePath().normalize());
    Logs.toConsole();
    RuntimeFiles.unpack(folder);
    if (named.isPresent()) {
      return work.with(source(named.get()));
    }
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        return work.with(source(EmbeddedDatabase.running(folder)));
      }
      try (EmbeddedDatabase started = EmbeddedDatabase.start(folder)) {
        return work.with(source(started.url()));
      }
    }
  }

  /** So that the audit log does not take what is done by hand for the service's own doing. */
  private static DataSource source(DatabaseUrl url) {
    PGSimpleDataSource database = Service.source(url);
    database.setApplicationName("command line of " + System.getProperty("user.name"));
    return database;
  }
}
