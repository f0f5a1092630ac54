package io.strikewire.deploy;

import io.strikewire.deploy.tokens.NewToken;
import io.strikewire.deploy.tokens.TokenTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code token create|list|revoke}: secret paths for senders that cannot sign. */
@Command(
    name = "token",
    description = "Tokens of senders that cannot sign, such as TradingView.",
    mixinStandardHelpOptions = true,
    subcommands = {
      TokenCommand.Create.class,
      TokenCommand.Listing.class,
      TokenCommand.Revoke.class
    })
final class TokenCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    CommandLine.usage(this, System.err);
    return CommandLine.ExitCode.USAGE;
  }

  /** Where the tokens are kept; works beside a running service. */
  private static final class Place {

    @Option(names = "--data", description = "data directory (default ./data)")
    private Path data = Path.of("data");
  }

  /** Makes a token, stores its hash, and shows it this once. */
  @Command(
      name = "create",
      description = "Make a token; it is shown once.",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {

    @CommandLine.Mixin private Place place = new Place();

    @Option(names = "--source", required = true, description = "who sends with it")
    private String source = "";

    @Option(names = "--portfolio", description = "whose book it acts on (default main)")
    private String portfolio = "main";

    @Option(names = "--strategy", description = "strategy of alerts that name none")
    private @Nullable String strategy;

    @Option(names = "--timeframe", description = "bar size of alerts that name none, such as 5m")
    private @Nullable String timeframe;

    @Option(
        names = "--address",
        split = ",",
        description = "only from these addresses or networks, such as 52.89.214.238 or 10.0.0.0/8")
    private List<String> addresses = List.of();

    @Option(
        names = "--expires-in-days",
        description = "how long it is good for (default: until revoked)")
    private @Nullable Integer days;

    @Option(
        names = "--fresh-seconds",
        description = "alerts have to carry a time, no farther than this from ours")
    private @Nullable Integer freshSeconds;

    @CommandLine.Spec private CommandLine.Model.CommandSpec command;

    @Override
    public Integer call() throws Exception {
      Instant now = Instant.now();
      NewToken token =
          new NewToken(
              source,
              portfolio,
              Optional.ofNullable(strategy),
              Optional.ofNullable(timeframe),
              addresses,
              Optional.ofNullable(days).map(given -> now.plus(Duration.ofDays(given))),
              Optional.ofNullable(freshSeconds));
      return CommandDatabase.run(
          command.commandLine(),
          place.data,
          database -> {
            List<String> mistakes = token.mistakes();
            if (!mistakes.isEmpty()) {
              mistakes.forEach(command.commandLine().getErr()::println);
              return CommandLine.ExitCode.USAGE;
            }
            String secret = TokenTable.add(database, token, now);
            PrintWriter out = command.commandLine().getOut();
            out.println(secret);
            out.println("path: /webhook/" + secret);
            out.flush();
            return CommandLine.ExitCode.OK;
          });
    }
  }

  /** Shows what is known of every token; never the token. */
  @Command(name = "list", description = "Show all tokens.", mixinStandardHelpOptions = true)
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
            TokenTable.lines(database, Instant.now()).forEach(out::println);
            out.flush();
            return CommandLine.ExitCode.OK;
          });
    }
  }

  /** Ends a token at once. */
  @Command(name = "revoke", description = "End a token at once.", mixinStandardHelpOptions = true)
  static final class Revoke implements Callable<Integer> {

    @CommandLine.Mixin private Place place = new Place();

    @Parameters(paramLabel = "ID", description = "as the list shows it")
    private @Nullable UUID id;

    @CommandLine.Spec private CommandLine.Model.CommandSpec command;

    @Override
    public Integer call() throws Exception {
      UUID named = java.util.Objects.requireNonNull(id);
      return CommandDatabase.run(
          command.commandLine(),
          place.data,
          database -> {
            boolean ended = TokenTable.revoke(database, named, Instant.now());
            PrintWriter out = command.commandLine().getOut();
            out.println(ended ? "revoked " + named : "no token in force has the id " + named);
            out.flush();
            return ended ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
          });
    }
  }
}
