package io.strikewire.deploy;

import io.strikewire.deploy.secrets.KeyTable;
import io.strikewire.deploy.secrets.NewKey;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code api-key create|list|revoke}: keys for whoever looks, trades or administers. */
@Command(
    name = "api-key",
    description = "Keys that open everything but webhook, health and metrics.",
    mixinStandardHelpOptions = true)
final class ApiKeyCommand extends SecretsCommand {

  private static final KeyTable KEYS = new KeyTable();

  ApiKeyCommand() {
    super("key", KEYS);
  }

  /** Makes a key, stores its hash, and shows it this once. */
  @Command(
      name = "create",
      description = "Make a key; it is shown once.",
      mixinStandardHelpOptions = true)
  int create(
      @Mixin Place place,
      @Option(names = "--name", required = true, description = "who or what it is for") String name,
      @Option(
              names = "--scope",
              defaultValue = "read",
              description = "read (default), trade or admin")
          String scope,
      @Option(
              names = "--expires-in-days",
              defaultValue = "90",
              description = "how long it is good for (default 90)")
          int days)
      throws Exception {
    NewKey key = new NewKey(name, scope, days);
    return created(
        place, key::mistakes, database -> List.of(KEYS.add(database, key, Instant.now()).text()));
  }
}
