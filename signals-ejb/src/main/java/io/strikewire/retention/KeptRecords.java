package io.strikewire.retention;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A running digest over the records of a chain that stay when those around them go: they are tied
 * to each other no more, so this is what a changed or missing one would contradict.
 */
public final class KeptRecords {

  /** Before the first. */
  public static final String NONE = "";

  private static final HexFormat HEX = HexFormat.of();

  private KeptRecords() {}

  /**
   * The digest with one more.
   *
   * @param before the digest so far
   * @param id the record's place
   * @param hash its hash
   */
  public static String with(String before, long id, String hash) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(HEX.parseHex(before));
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(id).array());
      digest.update(HEX.parseHex(hash));
      return HEX.formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
