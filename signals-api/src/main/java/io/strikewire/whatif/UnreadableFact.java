package io.strikewire.whatif;

import io.strikewire.payload.Mistake;

/** A field of a question that cannot be read; knows what came and what is accepted. */
public final class UnreadableFact extends IllegalArgumentException {

  private final transient Mistake mistake;

  /** Names the field by its path. */
  public UnreadableFact(Mistake mistake) {
    super(mistake.field() + ": " + mistake.accepted() + " is accepted, was " + mistake.received());
    this.mistake = mistake;
  }

  /** The field, what came and what is accepted. */
  public Mistake mistake() {
    return mistake;
  }
}
