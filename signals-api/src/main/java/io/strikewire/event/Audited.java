package io.strikewire.event;

import java.time.Instant;
import java.util.Map;

/**
 * Somebody, or a rule, did what no table shows by itself. Fired in the transaction that makes the
 * change, so that whoever keeps the record writes it there: both are committed, or neither.
 *
 * @param at when, on the service's clock
 * @param actor who did it: the name of a key, or {@code rule}
 * @param action what was done: {@code ORDER_CANCELLED}
 * @param subject what it was done to: an order, the market data
 * @param facts everything else there is to say, by name
 */
public record Audited(
    Instant at, String actor, String action, String subject, Map<String, String> facts) {

  /** Who acts when no person does. */
  public static final String RULE = "rule";

  public Audited {
    facts = Map.copyOf(facts);
  }
}
