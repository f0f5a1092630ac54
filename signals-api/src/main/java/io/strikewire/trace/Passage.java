package io.strikewire.trace;

import java.util.Map;

/**
 * One stretch of a signal's way.
 *
 * @param name what was passed: a request, a stage, an order
 * @param from when it began, in nanoseconds of this process ({@link System#nanoTime()})
 * @param to when it was over, on the same count
 * @param facts what there is to say of it, by name
 */
public record Passage(String name, long from, long to, Map<String, String> facts) {

  public Passage {
    facts = Map.copyOf(facts);
  }
}
