package io.strikewire.gex.chain;

import io.strikewire.payload.Mistake;
import java.io.IOException;

/** Ends the reading of a file; {@link ChainFile} turns it into a refusal. */
final class Unreadable extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Mistake mistake;

  Unreadable(String field, String received, String accepted) {
    super(field + ": " + received);
    this.mistake = new Mistake(field, received, accepted);
  }

  Mistake mistake() {
    return mistake;
  }
}
