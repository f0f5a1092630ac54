package io.strikewire.deploy.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits behind a prefix that says what they are; seen once, then kept as a hash. */
public record Secret(String text) {

  /** A new one. */
  public static Secret random(String prefix) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** Its SHA-256. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return "Secret[***]";
  }
}
