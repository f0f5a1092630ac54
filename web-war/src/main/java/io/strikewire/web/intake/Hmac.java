package io.strikewire.web.intake;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 with one key. */
final class Hmac {

  private static final String ALGORITHM = "HmacSHA256";

  /** Never used itself: a copy costs less than a new one. */
  private final Mac keyed;

  Hmac(byte[] key) {
    try {
      keyed = Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }

  /** The hash over these parts, one after the other. */
  byte[] of(byte[]... parts) {
    try {
      Mac mac = (Mac) keyed.clone();
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("the JDK's " + ALGORITHM + " can be copied", impossible);
    }
  }
}
