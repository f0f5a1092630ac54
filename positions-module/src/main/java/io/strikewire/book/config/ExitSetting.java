package io.strikewire.book.config;

import static io.strikewire.config.Settings.decimal;
import static io.strikewire.config.Settings.whole;

import io.strikewire.config.Setting;
import io.strikewire.contract.ContractPolicy.ExpiryRule;
import io.strikewire.contract.ContractPolicy.StrikeRule;
import io.strikewire.exit.ExitSettings;
import io.strikewire.exit.ExitSettings.Partial;
import io.strikewire.exit.ExitSettings.Trailing;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The settings of exits and of the choice of contracts; {@code OFF} leaves a rule out. */
final class ExitSetting {

  private static final String OFF = "OFF";

  static final Setting<BigDecimal> PROFIT_TARGET =
      decimal(
          "strikewire.exit.profit-target-percent",
          "PROFIT_TARGET_PERCENT",
          "50",
          "0",
          "100000",
          "Gain in percent of the entry price at which everything is sold.");
  static final Setting<BigDecimal> STOP_LOSS =
      decimal(
          "strikewire.exit.stop-loss-percent",
          "STOP_LOSS_PERCENT",
          "-30",
          "-100",
          "0",
          "Gain in percent, below zero, at which everything is sold.");
  static final Setting<Integer> GEX_AGE =
      whole(
          "strikewire.exit.gex-max-age-minutes",
          "",
          240,
          1,
          10_080,
          "Oldest gamma exposure that can announce a flip, in minutes.");
  static final Setting<List<Partial>> PARTIALS =
      setting(
          "strikewire.exit.partials",
          OFF,
          "OFF, or gain:part pairs at rising gains (25:0.5,40:0.5)",
          "Gains in percent at which a part of what is open is sold.",
          text ->
              text.equals(OFF)
                  ? List.of()
                  : ExitSettings.rising(
                      Arrays.stream(text.split(",")).map(ExitSetting::partial).toList()));
  static final Setting<Optional<Trailing>> TRAILING =
      setting(
          "strikewire.exit.trailing-stop",
          OFF,
          "OFF, or fall:armed in percent (20:15)",
          "How far a price may fall from its best, and the gain that arms this.",
          text ->
              optional(
                  text,
                  pair -> {
                    String[] numbers = pair(pair);
                    return new Trailing(new BigDecimal(numbers[0]), new BigDecimal(numbers[1]));
                  }));
  static final Setting<Optional<Integer>> DAYS_TO_EXPIRY =
      setting(
          "strikewire.exit.days-to-expiry",
          OFF,
          "OFF, or a whole number of days",
          "Calendar days before the last day at which everything is sold.",
          text -> optional(text, ExitSetting::natural));
  static final Setting<Optional<Duration>> MAX_HOLDING =
      setting(
          "strikewire.exit.max-holding-minutes",
          OFF,
          "OFF, or a whole number of minutes",
          "Longest time a position is held.",
          text -> optional(text, minutes -> Duration.ofMinutes(natural(minutes))));
  static final Setting<Optional<Duration>> BEFORE_EARLY_CLOSE =
      setting(
          "strikewire.exit.minutes-before-early-close",
          "15",
          "OFF, or a whole number of minutes",
          "On half days, how long before the close everything is sold.",
          text -> optional(text, minutes -> Duration.ofMinutes(natural(minutes))));

  static final Setting<ExpiryRule> EXPIRY =
      setting(
          "strikewire.contract.expiry",
          "FRIDAY:0",
          "FRIDAY:least days, or DTE:least-most days",
          "Which last day is chosen for an alert that names no contract.",
          ExitSetting::expiry);
  static final Setting<StrikeRule> STRIKE =
      setting(
          "strikewire.contract.strike",
          "ATM",
          "ATM, DELTA:0.4, or OFFSET:1 in listed strikes out of the money",
          "Which strike is chosen for an alert that names no contract.",
          ExitSetting::strike);

  private ExitSetting() {}

  private static ExpiryRule expiry(String text) {
    String[] parts = pair(text);
    if (parts[0].equals("FRIDAY")) {
      return new ExpiryRule.NearestFriday(natural(parts[1]));
    }
    String[] range = parts[1].split("-", -1);
    if (!parts[0].equals("DTE") || range.length != 2 || natural(range[0]) > natural(range[1])) {
      throw new IllegalArgumentException(text);
    }
    return new ExpiryRule.DaysToExpiry(natural(range[0]), natural(range[1]));
  }

  private static StrikeRule strike(String text) {
    if (text.equals("ATM")) {
      return new StrikeRule.AtTheMoney();
    }
    String[] parts = pair(text);
    if (parts[0].equals("OFFSET")) {
      return new StrikeRule.StrikeOffset(Integer.parseInt(parts[1]));
    }
    double delta = Double.parseDouble(parts[1]);
    if (!parts[0].equals("DELTA") || !(delta > 0 && delta < 1)) {
      throw new IllegalArgumentException(text);
    }
    return new StrikeRule.DeltaTarget(delta);
  }

  private static Partial partial(String text) {
    String[] numbers = pair(text.strip());
    return new Partial(new BigDecimal(numbers[0]), new BigDecimal(numbers[1]));
  }

  private static String[] pair(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(text);
    }
    return parts;
  }

  private static int natural(String text) {
    int value = Integer.parseInt(text);
    if (value < 0) {
      throw new IllegalArgumentException(text);
    }
    return value;
  }

  private static <T> Optional<T> optional(String text, Function<String, T> reading) {
    return text.equals(OFF) ? Optional.empty() : Optional.of(reading.apply(text));
  }

  private static <T> Setting<T> setting(
      String name, String fallback, String accepted, String meaning, Function<String, T> parser) {
    return new Setting<>(name, Optional.empty(), fallback, accepted, meaning, parser);
  }
}
