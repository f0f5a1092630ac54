package io.strikewire.web.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that a body was signed with one of the shared secrets: HMAC-SHA256 in hexadecimal. */
public final class Signatures {

  private static final String PREFIX = "sha256=";
  private static final int DIGITS = 64;

  private final List<Hmac> keyed;

  /**
   * @param secrets each is accepted, none accepts nothing
   */
  public Signatures(Secrets secrets) {
    this.keyed =
        secrets.texts().stream()
            .map(secret -> new Hmac(secret.getBytes(StandardCharsets.UTF_8)))
            .toList();
  }

  /** Whether {@code header} is the body's signature; takes as long for a near miss as for a far. */
  public boolean accept(@Nullable String header, byte[] body) {
    byte[] given = bytesOf(header);
    boolean accepted = false;
    for (Hmac key : keyed) {
      accepted |= MessageDigest.isEqual(key.of(body), given);
    }
    return accepted;
  }

  private static byte[] bytesOf(@Nullable String header) {
    if (header == null) {
      return new byte[0];
    }
    String digits = header.startsWith(PREFIX) ? header.substring(PREFIX.length()) : header;
    if (digits.length() != DIGITS) {
      return new byte[0];
    }
    try {
      return HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException notHexadecimal) {
      return new byte[0];
    }
  }
}
