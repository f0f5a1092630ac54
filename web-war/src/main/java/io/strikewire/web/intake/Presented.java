package io.strikewire.web.intake;

import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    List<String> signatures = headers.apply(SIGNATURE);
    List<String> ids = headers.apply(ID);
    List<String> timestamps = headers.apply(TIMESTAMP);
    List<String> standard = headers.apply(STANDARD);
    List<String> keys = headers.apply(KEY);
    return new Presented(
        contentType,
        address,
        first(signatures),
        new StandardWebhooks.Headers(first(ids), first(timestamps), first(standard)),
        isRepeated(signatures)
            || isRepeated(ids)
            || isRepeated(timestamps)
            || isRepeated(standard)
            || isRepeated(keys),
        name(keys).or(() -> name(ids)));
  }

  private static @Nullable String first(List<String> values) {
    return values.isEmpty() ? null : values.get(0);
  }

  private static boolean isRepeated(List<String> values) {
    return values.size() > 1;
  }

  private static Optional<String> name(List<String> values) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.get(0).strip()).filter(name -> !name.isEmpty());
  }

  /** The values of a header that may come more than once. */
  public static List<String> all(java.util.@Nullable Enumeration<String> values) {
    return values == null ? List.of() : Collections.list(values);
  }
}
