package io.strikewire.web.problem;

import io.strikewire.payload.Mistake;
import java.util.List;

/** A request that cannot be understood; carries every mistake in it. */
public final class BadRequest extends RuntimeException {

  private final transient List<Mistake> mistakes;

  /** A request with these mistakes. */
  public BadRequest(List<Mistake> mistakes) {
    super("mistakes in the request: " + mistakes);
    this.mistakes = List.copyOf(mistakes);
  }

  /** Every mistake. */
  public List<Mistake> mistakes() {
    return mistakes;
  }
}
