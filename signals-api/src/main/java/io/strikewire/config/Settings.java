package io.strikewire.config;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Optional;

/** Settings of the usual kinds. */
public final class Settings {

  private Settings() {}

  /** A whole number from {@code least} to {@code most}. */
  public static Setting<Integer> whole(
      String name, String shortName, int fallback, int least, int most, String meaning) {
    return new Setting<>(
        name,
        shortName(shortName),
        Integer.toString(fallback),
        "a whole number from " + least + " to " + most,
        meaning,
        text -> {
          int value = Integer.parseInt(text);
          return within(value >= least && value <= most, value);
        });
  }

  /** A decimal number from {@code least} to {@code most}. */
  public static Setting<BigDecimal> decimal(
      String name, String shortName, String fallback, String least, String most, String meaning) {
    return new Setting<>(
        name,
        shortName(shortName),
        fallback,
        "a number from " + least + " to " + most,
        meaning,
        text -> {
          BigDecimal value = new BigDecimal(text);
          return within(
              value.compareTo(new BigDecimal(least)) >= 0
                  && value.compareTo(new BigDecimal(most)) <= 0,
              value);
        });
  }

  /** A time of day in New York. */
  public static Setting<LocalTime> time(
      String name, String shortName, String fallback, String meaning) {
    return new Setting<>(
        name,
        shortName(shortName),
        fallback,
        "HH:MM in New York",
        meaning,
        text -> {
          if (!text.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            throw new IllegalArgumentException(text);
          }
          return LocalTime.parse(text);
        });
  }

  private static Optional<String> shortName(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  private static <T> T within(boolean bounds, T value) {
    if (!bounds) {
      throw new IllegalArgumentException(String.valueOf(value));
    }
    return value;
  }
}
