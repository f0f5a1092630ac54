package io.strikewire.retention.config;

import io.strikewire.config.Setting;
import java.time.Duration;
import java.util.Optional;

/**
 * How long signals, decisions and audit records are kept, and how often old ones are looked for.
 */
final class RetentionSetting {

  /** Longer than a delivery (76 h) or a fingerprint (a day at most) is remembered. */
  private static final int LEAST = 7;

  private static final int MOST = 3650;
  private static final int SECONDS_LEAST = 5;
  private static final int DAY_SECONDS = 86_400;

  static final Setting<Optional<Duration>> KEPT =
      new Setting<>(
          "strikewire.retention.days",
          Optional.empty(),
          "OFF",
          "OFF, or a whole number of days from " + LEAST + " to " + MOST,
          "How long signals that were not traded, their decisions and audit records are kept.",
          RetentionSetting::days);

  static final Setting<Duration> EVERY =
      new Setting<>(
          "strikewire.retention.every-seconds",
          Optional.empty(),
          "600",
          "a whole number from " + SECONDS_LEAST + " to " + DAY_SECONDS,
          "How often what is too old is looked for, in seconds.",
          text -> Duration.ofSeconds(whole(text, SECONDS_LEAST, DAY_SECONDS)));

  private RetentionSetting() {}

  private static Optional<Duration> days(String text) {
    if (text.equals("OFF")) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofDays(whole(text, LEAST, MOST)));
  }

  private static int whole(String text, int least, int most) {
    int number = Integer.parseInt(text);
    if (number < least || number > most) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }
}
