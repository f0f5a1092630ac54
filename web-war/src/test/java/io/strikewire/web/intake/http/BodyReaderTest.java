package io.strikewire.web.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BodyReaderTest {

  private static final int MOST = 20_000;

  private final List<String> told = new ArrayList<>();
  private byte[] whole = {};

  @Property(tries = 500)
  void a_body_within_the_bound_comes_whole_in_whatever_pieces_it_comes(
      @ForAll @IntRange(max = MOST) int length,
      @ForAll @IntRange(min = 1, max = 9000) int piece,
      @ForAll boolean declared)
      throws IOException {
    feed(length, piece, declared);
    assertThat(told).containsExactly("whole");
    assertThat(whole).isEqualTo(bytes(length));
  }

  @Property(tries = 200)
  void a_longer_one_is_told_at_once_and_read_to_its_end(
      @ForAll @IntRange(min = MOST + 1, max = 200_000) int length,
      @ForAll @IntRange(min = 1, max = 9000) int piece,
      @ForAll boolean declared)
      throws IOException {
    Pieces body = feed(length, piece, declared);
    assertThat(told).containsExactly("too long", "drained");
    assertThat(body.isFinished()).isTrue();
  }

  @Property(tries = 100)
  void a_body_of_another_protocol_is_waited_for(@ForAll @IntRange(max = 60_000) int length)
      throws IOException {
    told.clear();
    new BodyReader(new Pieces(bytes(length), Math.max(length, 1)), MOST, receiver())
        .begin(length, "HTTP/2.0");
    if (length <= MOST) {
      assertThat(told).containsExactly("whole");
      assertThat(whole).isEqualTo(bytes(length));
    } else {
      assertThat(told).containsExactly("too long", "drained");
    }
  }

  private Pieces feed(int length, int piece, boolean declared) throws IOException {
    told.clear();
    Pieces body = new Pieces(bytes(length), piece);
    new BodyReader(body, MOST, receiver()).begin(declared ? length : -1, "HTTP/1.1");
    body.comeIn();
    return body;
  }

  private BodyReader.Receiver receiver() {
    return new BodyReader.Receiver() {
      @Override
      public void whole(byte[] body) {
        told.add("whole");
        whole = body;
      }

      @Override
      public void tooLong() {
        told.add("too long");
      }

      @Override
      public void drained() {
        told.add("drained");
      }

      @Override
      public void broken(Throwable failure) {
        told.add("broken");
      }
    };
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return bytes;
  }

  /** A body that comes in pieces, as a container hands it out. */
  private static final class Pieces extends ServletInputStream {
    private final byte[] body;
    private final int piece;
    private int arrived;
    private int read;
    private ReadListener listener;

    Pieces(byte[] body, int piece) {
      this.body = body;
      this.piece = piece;
      this.arrived = Math.min(piece, body.length);
    }

    void comeIn() throws IOException {
      while (listener != null) {
        listener.onDataAvailable();
        if (arrived == body.length && read == arrived) {
          listener.onAllDataRead();
          return;
        }
        arrived = Math.min(arrived + piece, body.length);
      }
    }

    @Override
    public boolean isFinished() {
      return read == body.length;
    }

    @Override
    public boolean isReady() {
      return read < arrived;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      this.listener = listener;
    }

    @Override
    public int available() {
      return arrived - read;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("in pieces only");
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = Math.min(length, arrived - read);
      System.arraycopy(Arrays.copyOfRange(body, read, read + count), 0, into, offset, count);
      read += count;
      return count == 0 && length > 0 ? -1 : count;
    }
  }
}
