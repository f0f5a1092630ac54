package io.strikewire.deploy;

import io.strikewire.deploy.secrets.SecretTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.sql.DataSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code … create|list|revoke} of secrets that are shown once; works beside a running service. What
 * extends it says what can be created.
 */
abstract class SecretsCommand implements Callable<Integer> {

  private final String noun;
  private final SecretTable table;

  @Spec private CommandSpec command;

  /**
   * A command.
   *
   * @param noun what one of them is called
   */
  SecretsCommand(String noun, SecretTable table) {
    this.noun = noun;
    this.table = table;
  }

  /** Where they are kept. */
  static final class Place {
    @Option(names = "--data", description = "data directory (default ./data)")
    private Path data = Path.of("data");
  }

  @Override
  public Integer call() {
    CommandLine.usage(this, System.err);
    return CommandLine.ExitCode.USAGE;
  }

  /** Shows what is known of every one; never the secret. */
  @Command(name = "list", description = "Show all of them.", mixinStandardHelpOptions = true)
  public int list(@Mixin Place place) throws Exception {
    return CommandDatabase.run(
        command.commandLine(),
        place.data,
        database -> {
          say(table.lines(database, Instant.now()));
          return CommandLine.ExitCode.OK;
        });
  }

  /** Ends one at once. */
  @Command(name = "revoke", description = "End one at once.", mixinStandardHelpOptions = true)
  public int revoke(
      @Mixin Place place,
      @Parameters(paramLabel = "ID", description = "as the list shows it") UUID id)
      throws Exception {
    return CommandDatabase.run(
        command.commandLine(),
        place.data,
        database -> {
          boolean ended = table.revoke(database, id, Instant.now());
          say(List.of(ended ? "revoked " + id : "no " + noun + " in force has the id " + id));
          return ended ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        });
  }

  /** What is said of a database. */
  interface Answer {
    List<String> of(DataSource database) throws SQLException;
  }

  /** Stores one, unless there are mistakes, and says the lines that show it this once. */
  final int created(Place place, Supplier<List<String>> mistakes, Answer stored) throws Exception {
    return CommandDatabase.run(
        command.commandLine(),
        place.data,
        database -> {
          // What is acceptable is known to libraries, which are there from here on.
          if (!mistakes.get().isEmpty()) {
            mistakes.get().forEach(command.commandLine().getErr()::println);
            command.commandLine().getErr().flush();
            return CommandLine.ExitCode.USAGE;
          }
          say(stored.of(database));
          return CommandLine.ExitCode.OK;
        });
  }

  private void say(List<String> lines) {
    PrintWriter out = command.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
  }
}
