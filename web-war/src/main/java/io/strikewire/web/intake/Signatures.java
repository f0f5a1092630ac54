package io.strikewire.web.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Checks that a body was signed with one of the shared secrets: HMAC-SHA256 in hexadecimal. */
public final class Signatures {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "sha256=";

  /** One for each secret, never used itself: a copy costs less than a new one. */
  private final List<Mac> keyed;

  /**
   * @param secrets a comma-separated list; each is accepted, none accepts nothing
   */
  public Signatures(String secrets) {
    this.keyed =
        Arrays.stream(secrets.split(","))
            .map(String::strip)
            .filter(secret -> !secret.isEmpty())
            .map(Signatures::keyedWith)
            .toList();
  }

  /** Whether {@code header} is the body's signature; takes as long for a near miss as for a far. */
  public boolean accept(@Nullable String header, byte[] body) {
    byte[] given = bytesOf(header);
    boolean accepted = false;
    for (Mac mac : keyed) {
      accepted |= MessageDigest.isEqual(hmac(mac, body), given);
    }
    return accepted;
  }

  private static byte[] bytesOf(@Nullable String header) {
    if (header == null) {
      return new byte[0];
    }
    String text = header.strip();
    boolean prefixed = text.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    try {
      return HexFormat.of().parseHex(prefixed ? text.substring(PREFIX.length()) : text);
    } catch (IllegalArgumentException notHexadecimal) {
      return new byte[0];
    }
  }

  private static Mac keyedWith(String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }

  private static byte[] hmac(Mac keyed, byte[] body) {
    try {
      return ((Mac) keyed.clone()).doFinal(body);
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("the JDK's " + ALGORITHM + " can be copied", impossible);
    }
  }
}
