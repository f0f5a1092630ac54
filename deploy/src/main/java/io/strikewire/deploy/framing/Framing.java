package io.strikewire.deploy.framing;

/** What a request's head says of its body. */
public sealed interface Framing {

  /**
   * The body has a length known beforehand, 0 for none.
   *
   * @param head the head as it is passed on
   */
  record Counted(String head, long bytes) implements Framing {}

  /** The body comes in chunks. */
  record Chunked(String head) implements Framing {}

  /** Two readers could disagree about what this is. */
  record Ambiguous(String why) implements Framing {}
}
