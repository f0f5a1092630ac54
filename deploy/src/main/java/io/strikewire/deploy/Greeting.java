package io.strikewire.deploy;

import io.strikewire.deploy.server.Address;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What the console says when the service is ready: where its page is, and a signed alert to paste.
 *
 * @param clock where the service's clock started, if not now
 */
record Greeting(Address address, Optional<Instant> clock, WebhookSecret secret) {

  List<String> lines(Duration start) {
    String base = address.url();
    String sample = sample(clock.orElseGet(() -> Clock.systemUTC().instant()));
    return List.of(
        "Strikewire is ready in " + start.toMillis() / 1000.0 + " s",
        "  dashboard  " + base + "/",
        "  try it     curl -s "
            + base
            + "/webhook -H 'content-type: application/json' -H 'x-signature: "
            + secret.sign(sample)
            + "' -d '"
            + sample
            + "'");
  }

  private static String sample(Instant now) {
    return "{\"source\":\"TradingView\",\"symbol\":\"SPY\",\"direction\":\"CALL\","
        + "\"timeframe\":\"5m\",\"timestamp\":\""
        + now.truncatedTo(ChronoUnit.SECONDS)
        + "\",\"metadata\":{\"score\":85,\"confidence\":0.85}}";
  }
}
