package io.strikewire.web.intake.config;

import static io.strikewire.config.Settings.whole;

import io.strikewire.config.Setting;
import io.strikewire.web.access.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every setting of the entrance: name, default, bounds, meaning. */
final class EntranceSetting {

  static final Setting<Integer> RATE_PER_SENDER =
      whole(
          "strikewire.webhook.rate-per-sender",
          "",
          200,
          0,
          100_000,
          "Deliveries a second of one sender on average, five seconds' worth at once; 0 for any"
              + " number. Never in force in development.");

  static final Setting<Integer> RATE_IN_TOTAL =
      whole(
          "strikewire.webhook.rate-in-total",
          "",
          1_000,
          0,
          100_000,
          "Deliveries a second of all senders on average, five seconds' worth at once; 0 for any"
              + " number. Never in force in development.");

  static final Setting<List<Network>> TRUSTED_PROXIES =
      new Setting<>(
          "strikewire.webhook.trusted-proxies",
          Optional.of("TRUSTED_PROXIES"),
          "none",
          "none, or addresses and networks such as 10.0.0.0/8,::1",
          "Proxies whose X-Forwarded-For is believed.",
          EntranceSetting::networks);

  private EntranceSetting() {}

  private static List<Network> networks(String text) {
    if (text.equals("none")) {
      return List.of();
    }
    return Arrays.stream(text.split(",", -1))
        .map(one -> Network.parse(one).orElseThrow(() -> new IllegalArgumentException(one)))
        .toList();
  }
}
