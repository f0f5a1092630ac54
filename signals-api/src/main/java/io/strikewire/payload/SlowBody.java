package io.strikewire.payload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** A body that its sender may give byte by byte, for as long as he likes. */
public final class SlowBody {

  private static final int PART = 16_384;

  private SlowBody() {}

  /**
   * Reads it.
   *
   * @param most bytes read at the most, though there be more
   * @throws InterruptedIOException when the thread was interrupted meanwhile: reading a socket does
   *     not notice that by itself
   */
  public static byte[] read(InputStream body, int most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = new byte[PART];
    int read = 0;
    while (read >= 0 && bytes.size() < most) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("it took too long");
      }
      read = body.read(part, 0, Math.min(PART, most - bytes.size()));
      bytes.write(part, 0, Math.max(read, 0));
    }
    return bytes.toByteArray();
  }
}
