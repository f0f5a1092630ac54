package io.strikewire.deploy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code token create}: a secret path for a sender that cannot sign. */
@Command(
    name = "token",
    description = "Tokens of senders that cannot sign, such as TradingView.",
    mixinStandardHelpOptions = true,
    subcommands = TokenCommand.Create.class)
final class TokenCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    CommandLine.usage(this, System.err);
    return CommandLine.ExitCode.USAGE;
  }

  /** Makes a token, stores its hash, and shows it this once. Works beside a running service. */
  @Command(
      name = "create",
      description = "Make a token; it is shown once.",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {

    @Option(names = "--source", required = true, description = "who sends with it")
    private String source = "";

    @Option(names = "--portfolio", description = "whose book it acts on (default main)")
    private String portfolio = "main";

    @Option(names = "--data", description = "data directory (default ./data)")
    private Path data = Path.of("data");

    @CommandLine.Spec private CommandLine.Model.CommandSpec command;

    @Override
    public Integer call() throws Exception {
      return CommandDatabase.run(command.commandLine(), data, this::create);
    }

    private int create(DataSource database) throws Exception {
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      String token = "swt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      try (Connection connection = database.getConnection();
          PreparedStatement insert =
              connection.prepareStatement(
                  """
                  INSERT INTO webhook_tokens (id, source, portfolio, token_hash, created_at)
                  VALUES (?, ?, ?, ?, ?)
                  """)) {
        insert.setObject(1, UUID.randomUUID());
        insert.setString(2, this.source);
        insert.setString(3, portfolio);
        insert.setBytes(
            4, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        insert.setObject(5, Instant.now().atOffset(ZoneOffset.UTC));
        insert.executeUpdate();
      }
      command.commandLine().getOut().println(token);
      command.commandLine().getOut().println("path: /webhook/" + token);
      command.commandLine().getOut().flush();
      return CommandLine.ExitCode.OK;
    }
  }
}
