package io.strikewire.deploy;

import io.strikewire.deploy.keys.KeyTable;
import io.strikewire.deploy.keys.NewKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code api-key create|list|revoke}: keys for whoever looks, trades or administers. */
@Command(
    name = "api-key",
    description = "Keys that open everything but webhook, health and metrics.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ApiKeyCommand.Create.class,
      ApiKeyCommand.Listing.class,
      ApiKeyCommand.Revoke.class
    })
final class ApiKeyCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    CommandLine.usage(this, System.err);
    return CommandLine.ExitCode.USAGE;
  }

  /** Where the keys are kept; works beside a running service. */
  private static final class Place {

    @Option(names = "--data", description = "data directory (default ./data)")
    private Path data = Path.of("data");
  }

  /** Makes a key, stores its hash, and shows it this once. */
  @Command(
      name = "create",
      description = "Make a key; it is shown once.",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {

    @CommandLine.Mixin private Place place = new Place();

    @Option(names = "--name", required = true, description = "who or what it is for")
    private String name = "";

    @Option(names = "--scope", description = "read (default), trade or admin")
    private String scope = "read";

    @Option(names = "--expires-in-days", description = "how long it is good for (default 90)")
    private int days = 90;

    @CommandLine.Spec private CommandLine.Model.CommandSpec command;

    @Override
    public Integer call() throws Exception {
      NewKey key = new NewKey(name, scope, days);
      return CommandDatabase.run(
          command.commandLine(),
          place.data,
          database -> {
            List<String> mistakes = key.mistakes();
            if (!mistakes.isEmpty()) {
              mistakes.forEach(command.commandLine().getErr()::println);
              command.commandLine().getErr().flush();
              return CommandLine.ExitCode.USAGE;
            }
            PrintWriter out = command.commandLine().getOut();
            out.println(KeyTable.add(database, key, Instant.now()).text());
            out.flush();
            return CommandLine.ExitCode.OK;
          });
    }
  }

  /** Shows what is known of every key; never the key. */
  @Command(name = "list", description = "Show all keys.", mixinStandardHelpOptions = true)
  static final class Listing implements Callable<Integer> {

    @CommandLine.Mixin private Place place = new Place();

    @CommandLine.Spec private CommandLine.Model.CommandSpec command;

    @Override
    public Integer call() throws Exception {
      return CommandDatabase.run(
          command.commandLine(),
          place.data,
          database -> {
            PrintWriter out = command.commandLine().getOut();
            KeyTable.lines(database, Instant.now()).forEach(out::println);
            out.flush();
            return CommandLine.ExitCode.OK;
          });
    }
  }

  /** Ends a key at once. */
  @Command(name = "revoke", description = "End a key at once.", mixinStandardHelpOptions = true)
  static final class Revoke implements Callable<Integer> {

    @CommandLine.Mixin private Place place = new Place();

    @Parameters(paramLabel = "ID", description = "as the list shows it")
    private @Nullable UUID id;

    @CommandLine.Spec private CommandLine.Model.CommandSpec command;

    @Override
    public Integer call() throws Exception {
      UUID named = Objects.requireNonNull(id);
      return CommandDatabase.run(
          command.commandLine(),
          place.data,
          database -> {
            boolean ended = KeyTable.revoke(database, named, Instant.now());
            PrintWriter out = command.commandLine().getOut();
            out.println(ended ? "revoked " + named : "no key in force has the id " + named);
            out.flush();
            return ended ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
          });
    }
  }
}
