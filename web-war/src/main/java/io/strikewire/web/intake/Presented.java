package io.strikewire.web.intake;

import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request shows besides its body.
 *
 * @param address where it comes from, if that can be told
 * @param signature {@code x-signature}
 * @param standard the headers of Standard Webhooks
 * @param repeated whether any header that proves something came more than once
 * @param idempotencyKey the sender's own name for the delivery
 */
public record Presented(
    @Nullable String contentType,
    Optional<InetAddress> address,
    @Nullable String signature,
    StandardWebhooks.Headers standard,
    boolean repeated,
    Optional<String> idempotencyKey) {

  private static final String SIGNATURE = "x-signature";
  private static final String ID = "webhook-id";
  private static final String TIMESTAMP = "webhook-timestamp";
  private static final String STANDARD = "webhook-signature";
  private static final String KEY = "Idempotency-Key";

  /** Reads the headers of a request. */
  public static Presented read(
      @Nullable String contentType,
      Optional<InetAddress> address,
      Function<String, List<String>> headers) {
    boolean repeated =
        Stream.of(SIGNATURE, ID, TIMESTAMP, STANDARD, KEY)
            .anyMatch(name -> headers.apply(name).size() > 1);
    Function<String, @Nullable String> first =
        name -> headers.apply(name).stream().findFirst().orElse(null);
    return new Presented(
        contentType,
        address,
        first.apply(SIGNATURE),
        new StandardWebhooks.Headers(
            first.apply(ID), first.apply(TIMESTAMP), first.apply(STANDARD)),
        repeated,
        Stream.of(KEY, ID)
            .map(headers)
            .flatMap(values -> values.stream().limit(1))
            .map(String::strip)
            .filter(key -> !key.isEmpty())
            .findFirst());
  }

  /** The values of a header that may come more than once. */
  public static List<String> all(java.util.@Nullable Enumeration<String> values) {
    return values == null ? List.of() : Collections.list(values);
  }
}
