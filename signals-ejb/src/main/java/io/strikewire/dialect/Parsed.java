package io.strikewire.dialect;

import java.util.List;
import java.util.Optional;

/**
 * What a payload turned out to say.
 *
 * @param test whether it is a test or a heartbeat
 * @param proposal the trade that it proposes, if it proposes one
 * @param errors codes of the fields at fault, in the order found
 */
public record Parsed(boolean test, Optional<Proposal> proposal, List<String> errors) {

  public Parsed {
    errors = List.copyOf(errors);
  }

  static Parsed ping() {
    return new Parsed(true, Optional.empty(), List.of());
  }

  static Parsed faulty(boolean test, List<String> errors) {
    return new Parsed(test, Optional.empty(), errors);
  }

  static Parsed of(boolean test, Proposal proposal) {
    return new Parsed(test, Optional.of(proposal), List.of());
  }
}
