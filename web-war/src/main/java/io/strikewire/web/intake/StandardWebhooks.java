package io.strikewire.web.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the headers of the Standard Webhooks specification: {@code webhook-signature} holds {@code
 * v1,} and the Base64 of an HMAC-SHA256 over id, timestamp and body, joined by dots; several, with
 * spaces between them, while a secret is replaced.
 */
public final class StandardWebhooks {

  private static final Duration TOLERANCE = Duration.ofSeconds(300);
  private static final String VERSION = "v1,";
  private static final String ENCODED = "whsec_";
  private static final int MOST_SIGNATURES = 8;
  private static final int LONGEST_ID = 256;

  private final List<Hmac> keyed;

  /**
   * @param secrets one that begins with {@code whsec_} is the Base64 of its key, another is its key
   */
  public StandardWebhooks(Secrets secrets) {
    this.keyed = secrets.texts().stream().map(secret -> new Hmac(key(secret))).toList();
  }

  /** What a request says. */
  public record Headers(
      @Nullable String id, @Nullable String timestamp, @Nullable String signature) {}

  /** Whether it was signed with one of the secrets, and lately. */
  public boolean accept(Headers headers, byte[] body, Instant now) {
    String id = headers.id();
    String timestamp = headers.timestamp();
    String signature = headers.signature();
    if (id == null || timestamp == null || signature == null) {
      return false;
    }
    boolean named = !id.isEmpty() && id.length() <= LONGEST_ID;
    if (!named || !timestamp.matches("[0-9]{1,12}")) {
      return false;
    }
    Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
    byte[] head = (id + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8);
    boolean accepted = false;
    for (String one : signature.split(" ", MOST_SIGNATURES + 1)) {
      byte[] given = bytesOf(one);
      for (Hmac key : keyed) {
        accepted |= MessageDigest.isEqual(key.of(head, body), given);
      }
    }
    return accepted && off.compareTo(TOLERANCE) <= 0;
  }

  private static byte[] key(String secret) {
    byte[] text = secret.getBytes(StandardCharsets.UTF_8);
    if (!secret.startsWith(ENCODED)) {
      return text;
    }
    try {
      return Base64.getDecoder().decode(secret.substring(ENCODED.length()));
    } catch (IllegalArgumentException notBase64) {
      return text;
    }
  }

  private static byte[] bytesOf(String signature) {
    if (!signature.startsWith(VERSION)) {
      return new byte[0];
    }
    String encoded = signature.substring(VERSION.length());
    try {
      byte[] given = Base64.getDecoder().decode(encoded);
      // One hash has one spelling: no missing padding, no stray bits.
      return Base64.getEncoder().encodeToString(given).equals(encoded) ? given : new byte[0];
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }
}
