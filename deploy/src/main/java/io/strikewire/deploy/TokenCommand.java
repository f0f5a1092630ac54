package io.strikewire.deploy;

import io.strikewire.deploy.secrets.NewToken;
import io.strikewire.deploy.secrets.TokenTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code token create|list|revoke}: secret paths for senders that cannot sign. */
@Command(
    name = "token",
    description = "Tokens of senders that cannot sign, such as TradingView.",
    mixinStandardHelpOptions = true)
final class TokenCommand extends SecretsCommand {

  private static final TokenTable TOKENS = new TokenTable();

  TokenCommand() {
    super("token", TOKENS);
  }

  /** What a token is bound to. */
  static final class Bounds {
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

    private NewToken token(Instant now) {
      return new NewToken(
          source,
          portfolio,
          Optional.ofNullable(strategy),
          Optional.ofNullable(timeframe),
          addresses,
          Optional.ofNullable(days).map(given -> now.plus(Duration.ofDays(given))),
          Optional.ofNullable(freshSeconds));
    }
  }

  /** Makes a token, stores its hash, and shows it this once. */
  @Command(
      name = "create",
      description = "Make a token; it is shown once.",
      mixinStandardHelpOptions = true)
  int create(@Mixin Place place, @Mixin Bounds bounds) throws Exception {
    Instant now = Instant.now();
    NewToken token = bounds.token(now);
    return created(
        place,
        token::mistakes,
        database -> {
          String secret = TOKENS.add(database, token, now).text();
          return List.of(secret, "path: /webhook/" + secret);
        });
  }
}
