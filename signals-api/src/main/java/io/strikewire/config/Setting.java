package io.strikewire.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * One thing an operator can set.
 *
 * @param name its configuration name, {@code strikewire.validation.cooldown-seconds}
 * @param shortName an older environment name that works too, if there is one
 * @param fallback its value when nobody sets it, as text
 * @param accepted what is accepted, with the unit
 * @param meaning one sentence
 * @param parser reads text; throws {@link IllegalArgumentException} on what is not accepted
 * @param secret whether its value is never shown
 */
public record Setting<T>(
    String name,
    Optional<String> shortName,
    String fallback,
    String accepted,
    String meaning,
    Function<String, T> parser,
    boolean secret) {

  /** A setting that anybody may see. */
  public Setting(
      String name,
      Optional<String> shortName,
      String fallback,
      String accepted,
      String meaning,
      Function<String, T> parser) {
    this(name, shortName, fallback, accepted, meaning, parser, false);
  }

  /** The environment's form of the name. */
  public String environmentName() {
    return name.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
