package io.strikewire.web.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a body that may be longer than we are willing to hold. */
public final class BoundedBody {

  private BoundedBody() {}

  /**
   * The whole body, or empty when it is longer than {@code most} bytes; then no more than one byte
   * beyond that has been read.
   *
   * @param declared the length the sender declared; negative when it declared none
   */
  public static Optional<byte[]> read(InputStream body, long declared, int most)
      throws IOException {
    if (declared > most) {
      return Optional.empty();
    }
    byte[] read = body.readNBytes(most + 1);
    return read.length > most ? Optional.empty() : Optional.of(read);
  }
}
