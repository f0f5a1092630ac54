package io.strikewire.deploy.framing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the requests of one connection and lets through what is framed beyond doubt: a head when
 * it is whole, and then exactly the body that it declares. Not for several threads at once.
 */
public final class RequestFraming {

  private static final int LONGEST_HEAD = 8192;

  /** What became of some bytes. */
  public sealed interface Step {
    /** These may go on; empty while a head is not whole. */
    record Pass(byte[] bytes) implements Step {}

    /**
     * Nothing may go on any more on this connection.
     *
     * @param status to answer with
     */
    record Refuse(int status, String why) implements Step {}
  }

  private final ByteArrayOutputStream head = new ByteArrayOutputStream(512);
  private byte last;
  private int newlines;
  private long counted;
  private @Nullable Chunks chunks;
  private long heads;
  private @Nullable Step refused;

  /** Takes what came. */
  public Step feed(byte[] came) {
    if (refused != null) {
      return refused;
    }
    ByteArrayOutputStream pass = new ByteArrayOutputStream(came.length + 512);
    int at = 0;
    while (at < came.length && refused == null) {
      if (counted > 0) {
        int part = (int) Math.min(counted, came.length - at);
        pass.write(came, at, part);
        counted -= part;
        at += part;
      } else if (chunks != null) {
        at += chunk(chunks, came, at, pass);
      } else {
        at += gather(came, at, pass);
      }
    }
    return refused == null ? new Step.Pass(pass.toByteArray()) : refused;
  }

  /** Whether a request has begun and not come to its end. */
  public boolean underWay() {
    return head.size() > 0 || counted > 0 || chunks != null;
  }

  /** How many requests have been let through, at least with their heads. */
  public long heads() {
    return heads;
  }

  private int chunk(Chunks body, byte[] came, int at, ByteArrayOutputStream pass) {
    int data = (int) Math.min(body.data(), came.length - at);
    if (data > 0) {
      pass.write(came, at, data);
      body.skip(data);
      return data;
    }
    Optional<String> misplaced = body.take(came[at]);
    misplaced.ifPresent(why -> refused = new Step.Refuse(400, why));
    pass.write(came[at]);
    if (body.ended()) {
      chunks = null;
    }
    return 1;
  }

  /** Takes what belongs to a head; how many bytes that is. */
  private int gather(byte[] came, int from, ByteArrayOutputStream pass) {
    // Each byte of a head goes through here: the fields are kept in variables meanwhile.
    int most = Math.min(came.length, from + LONGEST_HEAD - head.size());
    byte before = last;
    int ended = newlines;
    int at = from;
    for (; at < most && ended < 2; at++) {
      byte next = came[at];
      boolean newline = next == '\n';
      if (next == 0 || newline != (before == '\r') || (newline && head.size() + at - from == 1)) {
        refused = new Step.Refuse(400, "a line that does not end as lines do");
        return at - from;
      }
      if (newline) {
        ended++;
      } else if (next != '\r') {
        ended = 0;
      }
      before = next;
    }
    if (at == most && at < came.length && ended < 2) {
      refused = new Step.Refuse(431, "a head of more than " + LONGEST_HEAD + " bytes");
      return at - from;
    }
    last = before;
    newlines = ended;
    head.write(came, from, at - from);
    if (newlines == 2) {
      judge(RequestHead.read(head.toString(StandardCharsets.ISO_8859_1)), pass);
      head.reset();
      last = 0;
      newlines = 0;
    }
    return at - from;
  }

  private void judge(Framing framing, ByteArrayOutputStream pass) {
    if (framing instanceof Framing.Ambiguous ambiguous) {
      refused = new Step.Refuse(400, ambiguous.why());
      return;
    }
    String text;
    if (framing instanceof Framing.Counted body) {
      text = body.head();
      counted = body.bytes();
    } else {
      text = ((Framing.Chunked) framing).head();
      chunks = new Chunks();
    }
    pass.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    heads++;
  }
}
