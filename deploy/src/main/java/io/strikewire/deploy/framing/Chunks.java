package io.strikewire.deploy.framing;

import java.util.Optional;

/**
 * The chunks of one body, byte by byte: a size in hexadecimal, its data, and at the end a chunk of
 * size 0. Extensions and trailers are refused: nobody who sends alerts needs them.
 */
final class Chunks {

  private static final int MOST_DIGITS = 8;

  private enum Expecting {
    SIZE,
    SIZE_LF,
    DATA,
    DATA_CR,
    DATA_LF,
    LAST_CR,
    LAST_LF,
    NOTHING
  }

  private Expecting expecting = Expecting.SIZE;
  private int digits;
  private long size;

  /** Whether the last chunk has come to its end. */
  boolean ended() {
    return expecting == Expecting.NOTHING;
  }

  /**
   * How many of the coming bytes are data of the chunk under way, and need no look; see {@link
   * #skip}.
   */
  long data() {
    return expecting == Expecting.DATA ? size : 0;
  }

  /** That many bytes of data have come. */
  void skip(long bytes) {
    size -= bytes;
    if (size == 0) {
      expecting = Expecting.DATA_CR;
    }
  }

  /** Takes the next byte that is no data; why it cannot stand there, if so. */
  Optional<String> take(byte next) {
    switch (expecting) {
      case SIZE -> {
        return size(next);
      }
      case SIZE_LF -> {
        digits = 0;
        return expect(next, '\n', size == 0 ? Expecting.LAST_CR : Expecting.DATA);
      }
      case DATA_CR -> {
        return expect(next, '\r', Expecting.DATA_LF);
      }
      case DATA_LF -> {
        return expect(next, '\n', Expecting.SIZE);
      }
      case LAST_CR -> {
        return expect(next, '\r', Expecting.LAST_LF);
      }
      case LAST_LF -> {
        return expect(next, '\n', Expecting.NOTHING);
      }
      default -> throw new IllegalStateException("no byte to take when " + expecting);
    }
  }

  private Optional<String> size(byte next) {
    if (next == '\r' && digits > 0) {
      expecting = Expecting.SIZE_LF;
      return Optional.empty();
    }
    int digit = Character.digit(next, 16);
    if (next < 0 || digit < 0 || digits == MOST_DIGITS) {
      return Optional.of("a chunk without a plain size");
    }
    digits++;
    size = size * 16 + digit;
    return Optional.empty();
  }

  private Optional<String> expect(byte next, char due, Expecting then) {
    if (next != due) {
      return Optional.of("a chunk that does not end where it says");
    }
    expecting = then;
    return Optional.empty();
  }
}
