package io.strikewire.intake;

import io.strikewire.inbox.Delivery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** The names by which a delivery is recognised when it comes again. */
public final class DeliveryKeys {

  /** Longer than any sender keeps trying. */
  private static final Duration MEMORY = Duration.ofHours(76);

  private DeliveryKeys() {}

  /**
   * Each name with the instant until which it is remembered, in key order so that two transactions
   * claim them alike.
   *
   * @param timed whether the body says when it happened; one that does not may honestly come again
   * @param window how long the same body without a time counts as the same delivery
   */
  public static SortedMap<String, Instant> of(
      Delivery delivery, boolean timed, Duration window, Instant now) {
    SortedMap<String, Instant> keys = new TreeMap<>();
    String sender = delivery.sender() + '/' + delivery.portfolio().name();
    keys.put("body/" + sender + '/' + sha256(delivery.body()), now.plus(timed ? MEMORY : window));
    delivery
        .idempotencyKey()
        .ifPresent(
            key ->
                keys.put(
                    "key/" + sender + '/' + sha256(key.getBytes(StandardCharsets.UTF_8)),
                    now.plus(MEMORY)));
    return keys;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
