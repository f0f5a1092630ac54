package io.strikewire.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Which defaults differ from one environment to the next; what is not named is the same in all. */
public enum Preset {

  /** Try things out: short pauses, patient with slow senders. */
  DEVELOPMENT(
      Map.of(
          "strikewire.validation.cooldown-seconds", "60",
          "strikewire.decision.max-trigger-age-seconds", "300")),

  /** Like production, with the smallest positions in which every rule can still act. */
  STAGING(
      Map.of(
          "strikewire.validation.cooldown-seconds", "120",
          "strikewire.sizing.base-size", "2",
          "strikewire.risk.max-position-size", "3",
          "strikewire.decision.min-confidence", "50")),

  /** Real money. */
  PRODUCTION(
      Map.of(
          "strikewire.validation.cooldown-seconds", "180",
          "strikewire.risk.max-vix-for-entry", "40",
          "strikewire.sizing.base-size", "3",
          "strikewire.risk.max-position-size", "5",
          "strikewire.decision.min-confidence", "50"));

  private final Map<String, String> defaults;

  Preset(Map<String, String> defaults) {
    this.defaults = defaults;
  }

  /** The preset of an environment's name; development for a name that is none. */
  public static Preset of(String environment) {
    for (Preset preset : values()) {
      if (preset.name().toLowerCase(Locale.ROOT).equals(environment)) {
        return preset;
      }
    }
    return DEVELOPMENT;
  }

  /** The defaults that differ, by the setting's name. */
  public Map<String, String> defaults() {
    return new LinkedHashMap<>(defaults);
  }
}
