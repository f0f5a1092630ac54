package io.strikewire.web.intake.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Gathers a body of bounded length as it comes, without a thread that waits for it. What a sender
 * sends beyond the bound is read and thrown away, up to a second bound: a connection that is closed
 * on unread bytes is reset, and the answer is lost on its way.
 */
final class BodyReader implements ReadListener {

  /** Where a body goes. */
  interface Receiver {
    /** The whole body has come. */
    void whole(byte[] body);

    /** It is too long; it is time to answer. */
    void tooLong();

    /** After {@link #tooLong}: the sender has come to its end, or went on for too long. */
    void drained();

    /** It broke off. */
    void broken(Throwable failure);
  }

  private static final int CHUNK = 8192;
  private static final long MOST_THROWN_AWAY = 128L * 1024 * 1024;

  private final ServletInputStream input;
  private final int most;
  private final Receiver receiver;

  /** Most bodies come whole, and need neither. */
  private byte[] chunk = new byte[0];

  private final ByteArrayOutputStream gathered = new ByteArrayOutputStream(0);
  private boolean over;
  private long thrownAway;

  /** A reader of bodies of up to {@code most} bytes. */
  BodyReader(ServletInputStream input, int most, Receiver receiver) {
    this.input = input;
    this.most = most;
    this.receiver = receiver;
  }

  /**
   * Begins.
   *
   * @param declared the length that the sender declared; negative when it declared none
   * @param protocol as the request names it: the server tells listeners of the end of HTTP/2 bodies
   *     before it hands them out, so those are waited for
   */
  void begin(long declared, String protocol) throws IOException {
    if (!protocol.startsWith("HTTP/1")) {
      waitForAll();
      return;
    }
    if (declared > most) {
      over = true;
      receiver.tooLong();
    } else if (declared > 0 && input.available() >= declared) {
      receiver.whole(input.readNBytes((int) declared));
      return;
    }
    chunk = new byte[CHUNK];
    input.setReadListener(this);
  }

  private void waitForAll() throws IOException {
    byte[] body = input.readNBytes(most + 1);
    if (body.length <= most) {
      receiver.whole(body);
      return;
    }
    over = true;
    receiver.tooLong();
    chunk = new byte[CHUNK];
    for (int read = input.read(chunk); read >= 0 && thrownAway <= MOST_THROWN_AWAY; ) {
      thrownAway += read;
      read = input.read(chunk);
    }
    receiver.drained();
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (thrownAway <= MOST_THROWN_AWAY && input.isReady() && !input.isFinished()) {
      int read = input.read(chunk);
      if (read < 0) {
        return;
      }
      if (over) {
        thrownAway += read;
      } else {
        gather(read);
      }
    }
    if (thrownAway > MOST_THROWN_AWAY) {
      receiver.drained();
    }
  }

  private void gather(int read) {
    gathered.write(chunk, 0, read);
    if (gathered.size() > most) {
      over = true;
      gathered.reset();
      receiver.tooLong();
    }
  }

  @Override
  public void onAllDataRead() {
    if (over) {
      receiver.drained();
    } else {
      receiver.whole(gathered.toByteArray());
    }
  }

  @Override
  public void onError(Throwable failure) {
    receiver.broken(failure);
  }
}
