package io.strikewire.deploy.faults;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The messages that a client sends to PostgreSQL, read one by one; knows which of them commits. */
final class FrontendMessages {

  /**
   * One message with its header.
   *
   * @param commits whether it makes the server execute COMMIT
   */
  record Message(byte[] bytes, boolean commits) {}

  private final DataInputStream input;
  private final Set<String> commitStatements = new HashSet<>();
  private boolean started;

  FrontendMessages(DataInputStream input) {
    this.input = input;
  }

  /** The next message; throws {@link EOFException} at the end. */
  Message next() throws IOException {
    int type = started ? input.readUnsignedByte() : -1;
    int length = input.readInt();
    byte[] payload = new byte[length - 4];
    input.readFully(payload);
    if (!started) {
      // An SSL request is answered and followed by the true start.
      started = ByteBuffer.wrap(payload).getInt() >> 16 == 3;
    }
    ByteBuffer whole = ByteBuffer.allocate(length + (type < 0 ? 0 : 1));
    if (type >= 0) {
      whole.put((byte) type);
    }
    whole.putInt(length).put(payload);
    return new Message(whole.array(), type >= 0 && commits((char) type, payload));
  }

  private boolean commits(char type, byte[] payload) {
    if (type == 'Q') {
      return text(payload, 0).equals("COMMIT");
    }
    if (type == 'P') {
      String name = text(payload, 0);
      boolean commit = text(payload, name.length() + 1).equals("COMMIT");
      if (commit) {
        commitStatements.add(name);
      } else {
        commitStatements.remove(name);
      }
      return false;
    }
    return type == 'B' && commitStatements.contains(text(payload, text(payload, 0).length() + 1));
  }

  private static String text(byte[] payload, int from) {
    int end = from;
    while (end < payload.length && payload[end] != 0) {
      end++;
    }
    return new String(payload, from, end - from, StandardCharsets.ISO_8859_1);
  }
}
