package io.strikewire.deploy.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Passes bytes on and remembers their SHA-256; it never closes what is behind it. */
final class Digest extends OutputStream {

  private final MessageDigest sha256;
  private final OutputStream behind;

  Digest(OutputStream behind) {
    this.behind = behind;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  @Override
  public void write(int single) throws IOException {
    sha256.update((byte) single);
    behind.write(single);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    sha256.update(bytes, from, length);
    behind.write(bytes, from, length);
  }

  /** In hexadecimal; this digest is over. */
  String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
