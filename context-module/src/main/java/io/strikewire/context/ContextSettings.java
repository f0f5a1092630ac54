package io.strikewire.context;

import io.strikewire.config.Setting;
import io.strikewire.config.Settings;
import io.strikewire.config.SettingsReader;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an operator decides about the market context.
 *
 * @param grace how long a pushed context stays fresh beyond its timeframe
 * @param pulledFresh how long a pulled context is fresh; no request is made meanwhile
 * @param pulledUsable how long the last pulled context may be used when requests fail
 * @param quoteAge oldest quote that a provider may answer with
 * @param provider whom to ask
 * @param address the provider's, if not its own
 * @param failuresToDegrade failures in a row after which the service is degraded
 * @param successesToRecover successes in a row after which it no longer is
 */
public record ContextSettings(
    Duration grace,
    Duration pulledFresh,
    Duration pulledUsable,
    Duration quoteAge,
    Provider provider,
    Optional<URI> address,
    int failuresToDegrade,
    int successesToRecover) {

  /** Whose shapes are understood. */
  public enum Provider {
    NONE,
    TRADIER,
    POLYGON
  }

  private static final String PREFIX = "strikewire.context.";

  private static final Setting<Integer> GRACE =
      Settings.whole(
          PREFIX + "grace-seconds",
          "CONTEXT_TTL_SECONDS",
          60,
          0,
          86_400,
          "Seconds a pushed market context stays fresh beyond its timeframe.");
  private static final Setting<Integer> FRESH =
      Settings.whole(
          PREFIX + "pulled-ttl-seconds", "", 60, 1, 3_600, "Seconds a pulled context is fresh.");
  private static final Setting<Integer> USABLE =
      Settings.whole(
          PREFIX + "pulled-usable-seconds",
          "",
          300,
          1,
          86_400,
          "Seconds a pulled context may still be used as stale.");
  private static final Setting<Integer> QUOTE_AGE =
      Settings.whole(
          PREFIX + "quote-max-age-minutes",
          "",
          20,
          1,
          1_440,
          "Oldest quote that a provider may answer with, in minutes.");
  private static final Setting<Integer> FAILURES =
      Settings.whole(
          PREFIX + "degraded-after-failures", "", 3, 1, 100, "Failures in a row that degrade.");
  private static final Setting<Integer> SUCCESSES =
      Settings.whole(
          PREFIX + "recovered-after-successes", "", 2, 1, 100, "Successes in a row that recover.");
  private static final Setting<Provider> PROVIDER =
      new Setting<>(
          PREFIX + "provider",
          Optional.empty(),
          "none",
          "one of " + Arrays.toString(Provider.values()).toLowerCase(Locale.ROOT),
          "Whom market contexts are pulled from.",
          text -> Provider.valueOf(text.toUpperCase(Locale.ROOT)));
  private static final Setting<Optional<URI>> ADDRESS =
      new Setting<>(
          PREFIX + "provider-url",
          Optional.empty(),
          "default",
          "default, or an http or https address",
          "Base address of the provider.",
          ContextSettings::address);

  /** Read by whoever asks the provider, and nowhere else. */
  public static final Setting<String> PROVIDER_KEY =
      new Setting<>(
          PREFIX + "provider-key",
          Optional.empty(),
          "none",
          "the provider's access key",
          "Key to show to the provider.",
          text -> text,
          true);

  /** The settings as this source has them; the reader keeps what was refused. */
  public static ContextSettings read(SettingsReader reader) {
    return new ContextSettings(
        Duration.ofSeconds(reader.read(GRACE)),
        Duration.ofSeconds(reader.read(FRESH)),
        Duration.ofSeconds(reader.read(USABLE)),
        Duration.ofMinutes(reader.read(QUOTE_AGE)),
        reader.read(PROVIDER),
        reader.read(ADDRESS),
        reader.read(FAILURES),
        reader.read(SUCCESSES));
  }

  private static Optional<URI> address(String text) {
    if (text.equals("default")) {
      return Optional.empty();
    }
    URI address = URI.create(text);
    if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
      throw new IllegalArgumentException(text);
    }
    return Optional.of(address);
  }

  /** The ageing these settings ask for. */
  public Freshness freshness() {
    return new Freshness(grace, pulledFresh, pulledUsable);
  }
}
