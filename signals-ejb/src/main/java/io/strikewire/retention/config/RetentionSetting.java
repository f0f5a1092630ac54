package io.strikewire.retention.config;

import io.strikewire.config.Setting;
import java.time.Duration;
import java.util.Optional;

/** How long signals, decisions and audit records are kept. */
final class RetentionSetting {

  /** Longer than a delivery (76 h) or a fingerprint (a day at most) is remembered. */
  private static final int LEAST = 7;

  private static final int MOST = 3650;

  static final Setting<Optional<Duration>> KEPT =
      new Setting<>(
          "strikewire.retention.days",
          Optional.empty(),
          "OFF",
          "OFF, or a whole number of days from " + LEAST + " to " + MOST,
          "How long signals that were not traded, their decisions and audit records are kept.",
          RetentionSetting::days);

  private RetentionSetting() {}

  private static Optional<Duration> days(String text) {
    if (text.equals("OFF")) {
      return Optional.empty();
    }
    int days = Integer.parseInt(text);
    if (days < LEAST || days > MOST) {
      throw new IllegalArgumentException(text);
    }
    return Optional.of(Duration.ofDays(days));
  }
}
