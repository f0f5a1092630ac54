package io.strikewire.position;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A stored decision about leaving a position.
 *
 * @param decision {@code EXIT} or {@code HOLD}
 * @param reason the code of the rule that sells, or of the wish that was followed
 * @param priority the rule's place in the order in which rules are asked, from 1; empty when a
 *     signal, a person or the option's end decided
 * @param contracts how many are sold; 0 on HOLD
 * @param reasoning each rule's word
 */
public record ExitRecord(
    UUID id,
    String decision,
    Optional<String> reason,
    Optional<Integer> priority,
    int contracts,
    List<String> reasoning,
    Instant at) {
  public ExitRecord {
    reasoning = List.copyOf(reasoning);
  }
}
