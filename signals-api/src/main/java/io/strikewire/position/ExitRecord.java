package io.strikewire.position;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param value what a contract was worth then
 * @param inputs what it was decided on, by name; empty when an older release decided
 * @param counterfactual what would have turned it round; always says something
 */
public record ExitRecord(
    UUID id,
    String decision,
    Optional<String> reason,
    Optional<Integer> priority,
    int contracts,
    List<String> reasoning,
    Value value,
    Map<String, String> inputs,
    String counterfactual,
    String rulesVersion,
    String settingsVersion,
    Instant at) {
  public ExitRecord {
    reasoning = List.copyOf(reasoning);
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
  }

  /**
   * What a position was worth.
   *
   * @param bid USD per share for a seller
   * @param basis what the price was taken from
   * @param unrealizedPnl of the whole position, in USD
   */
  public record Value(BigDecimal bid, String basis, BigDecimal unrealizedPnl) {}
}
