package io.strikewire.context;

import io.strikewire.config.Setting;
import io.strikewire.config.Settings;
import io.strikewire.config.SettingsReader;
import java.time.Duration;

/**
 * What an operator decides about the market context.
 *
 * @param grace how long a context stays fresh beyond its timeframe
 */
public record ContextSettings(Duration grace) {

  /** How long a context stays fresh beyond its timeframe, in seconds. */
  public static final Setting<Integer> GRACE =
      Settings.whole(
          "strikewire.context.grace-seconds",
          "CONTEXT_TTL_SECONDS",
          60,
          0,
          86_400,
          "Seconds a market context stays fresh beyond its timeframe.");

  /** The settings as this source has them; the reader keeps what was refused. */
  public static ContextSettings read(SettingsReader reader) {
    return new ContextSettings(Duration.ofSeconds(reader.read(GRACE)));
  }

  /** The ageing these settings ask for. */
  public Freshness freshness() {
    return new Freshness(grace);
  }
}
