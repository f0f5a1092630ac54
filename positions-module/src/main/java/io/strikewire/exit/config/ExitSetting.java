package io.strikewire.exit.config;

import static io.strikewire.config.Settings.decimal;
import static io.strikewire.config.Settings.time;
import static io.strikewire.config.Settings.whole;

import io.strikewire.config.Setting;
import io.strikewire.exit.ExitSettings;
import io.strikewire.exit.ExitSettings.Partial;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every setting of the exit rules: name, default, bounds, meaning. */
final class ExitSetting {

  static final Setting<BigDecimal> PROFIT_TARGET =
      decimal(
          "strikewire.exit.profit-target-percent",
          "PROFIT_TARGET_PERCENT",
          ExitSettings.DEFAULT_PROFIT_TARGET.toString(),
          "0",
          "100000",
          "Gain in percent of the entry price at which everything is sold.");

  static final Setting<BigDecimal> STOP_LOSS =
      decimal(
          "strikewire.exit.stop-loss-percent",
          "STOP_LOSS_PERCENT",
          ExitSettings.DEFAULT_STOP_LOSS.toString(),
          "-100",
          "0",
          "Gain in percent (a loss is negative) at or below which everything is sold.");

  static final Setting<Integer> GEX_MAX_AGE =
      whole(
          "strikewire.exit.gex-max-age-minutes",
          "",
          240,
          1,
          10_080,
          "Oldest gamma exposure whose flip still sells, in minutes.");

  static final Setting<LocalTime> TIME_EXIT =
      time(
          "strikewire.exit.time-exit",
          "",
          "15:30",
          "Time of day from which everything is sold, while the exchange is open.");

  static final Setting<Integer> BEFORE_EARLY_CLOSE =
      whole(
          "strikewire.exit.minutes-before-early-close",
          "",
          30,
          0,
          210,
          "On half days everything is sold this many minutes before the close; 0 turns it off.");

  static final Setting<List<Partial>> PARTIALS =
      new Setting<>(
          "strikewire.exit.partial-exits",
          Optional.empty(),
          "off",
          "off, or gain:part pairs at rising gains such as 25:0.5,40:0.5",
          "Gains in percent at which a part of the contracts then open is sold.",
          ExitSetting::partials);

  static final Setting<BigDecimal> TRAILING_FALL =
      decimal(
          "strikewire.exit.trailing-stop-percent",
          "",
          "0",
          "0",
          "99",
          "Fall from the best price in percent at which everything is sold; 0 turns it off.");

  static final Setting<BigDecimal> TRAILING_ARMED_AT =
      decimal(
          "strikewire.exit.trailing-stop-armed-at-percent",
          "",
          "20",
          "0",
          "100000",
          "Gain in percent that the best price must have reached before the trailing stop acts.");

  static final Setting<Integer> DAYS_TO_EXPIRY =
      whole(
          "strikewire.exit.days-to-expiry",
          "",
          -1,
          -1,
          3_650,
          "Calendar days before the option's last day at which everything is sold; -1 turns it"
              + " off.");

  static final Setting<Integer> MAX_HOLDING =
      whole(
          "strikewire.exit.max-holding-minutes",
          "",
          0,
          0,
          5_256_000,
          "Longest time a position is held, in minutes; 0 turns it off.");

  private ExitSetting() {}

  private static List<Partial> partials(String text) {
    List<Partial> partials = new ArrayList<>();
    if (text.equalsIgnoreCase("off")) {
      return partials;
    }
    for (String pair : text.split(",", -1)) {
      String[] parts = pair.strip().split(":", -1);
      if (parts.length != 2) {
        throw new IllegalArgumentException(text);
      }
      Partial next = new Partial(new BigDecimal(parts[0]), new BigDecimal(parts[1]));
      if (!partials.isEmpty()
          && next.gain().compareTo(partials.get(partials.size() - 1).gain()) <= 0) {
        throw new IllegalArgumentException(text);
      }
      partials.add(next);
    }
    return partials;
  }
}
