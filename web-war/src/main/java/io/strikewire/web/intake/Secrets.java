package io.strikewire.web.intake;

import java.util.Arrays;
import java.util.List;

/**
 * The shared secrets in force; several while one replaces another. Never shown.
 *
 * @param texts as they were configured
 */
public record Secrets(List<String> texts) {

  public Secrets {
    texts = List.copyOf(texts);
  }

  /** Reads a comma-separated list. */
  public static Secrets parse(String list) {
    return new Secrets(
        Arrays.stream(list.split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList());
  }

  @Override
  public String toString() {
    return texts.size() + " secrets";
  }
}
