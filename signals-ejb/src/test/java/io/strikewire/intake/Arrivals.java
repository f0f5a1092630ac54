package io.strikewire.intake;

import io.strikewire.inbox.AlertDefaults;
import io.strikewire.inbox.Delivery;
import io.strikewire.json.StrictJson;
import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Portfolio;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Arrivals as the inbox makes them. */
public final class Arrivals {

  public static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  private Arrivals() {}

  /** An arrival whose body is told apart from others by {@code text}. */
  public static Arrival saying(String text) {
    return saying(text, Optional.empty(), Portfolio.MAIN);
  }

  /** The same under the sender's own name for the delivery. */
  public static Arrival saying(String text, String key) {
    return saying(text, Optional.of(key), Portfolio.MAIN);
  }

  public static Arrival saying(String text, Optional<String> key, Portfolio portfolio) {
    String body =
        "{\"symbol\":\"SPY\",\"direction\":\"CALL\",\"timeframe\":\"5m\","
            + "\"timestamp\":\"2026-11-23T15:00:00Z\",\"note\":\""
            + text
            + "\"}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Delivery delivery =
        new Delivery(
            "test", portfolio, AlertDefaults.NONE, AuthGrade.HMAC, Optional.empty(), key, bytes);
    StrictJson.Reading.Read json = (StrictJson.Reading.Read) StrictJson.read(bytes);
    DeliveryReader reader = new DeliveryReader(Duration.ofSeconds(60), false);
    return ((DeliveryReader.Reading.Alert)
            reader.read(UUID.randomUUID(), delivery, json.payload(), NOW))
        .arrival();
  }
}
