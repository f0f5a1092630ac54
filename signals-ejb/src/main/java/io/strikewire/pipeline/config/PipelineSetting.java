package io.strikewire.pipeline.config;

import static io.strikewire.config.Settings.decimal;
import static io.strikewire.config.Settings.time;
import static io.strikewire.config.Settings.whole;

import io.strikewire.config.Setting;
import java.math.BigDecimal;
import java.time.LocalTime;

/** Every setting of intake, validation and the runner: name, default, bounds, meaning. */
final class PipelineSetting {

  static final Setting<Integer> COOLDOWN =
      whole(
          "strikewire.validation.cooldown-seconds",
          "COOLDOWN_SECONDS",
          300,
          0,
          86_400,
          "Least time between two entries of one symbol and side, in seconds.");

  static final Setting<LocalTime> WINDOW_START =
      time(
          "strikewire.validation.market-hours-start",
          "MARKET_HOURS_START",
          "09:30",
          "First minute of the day at which entries are allowed.");

  static final Setting<LocalTime> WINDOW_END =
      time(
          "strikewire.validation.market-hours-end",
          "MARKET_HOURS_END",
          "15:30",
          "First minute at which they no longer are; the session's own close ends it earlier.");

  static final Setting<Integer> MAX_AGE =
      whole(
          "strikewire.validation.max-signal-age-minutes",
          "MAX_SIGNAL_AGE_MINUTES",
          5,
          1,
          1_440,
          "Oldest alert that is still acted on, in minutes.");

  static final Setting<Integer> CLOCK_SKEW =
      whole(
          "strikewire.validation.clock-skew-seconds",
          "",
          30,
          0,
          3_600,
          "How far ahead of our clock an alert's time may be, in seconds.");

  static final Setting<Integer> DEDUP_WINDOW =
      whole(
          "strikewire.dedup.window-seconds",
          "DEDUPLICATION_TTL_SECONDS",
          60,
          1,
          86_400,
          "How long an alert speaks for others with its fingerprint, in seconds.");

  static final Setting<BigDecimal> LEAST_ALIGNMENT =
      decimal(
          "strikewire.validation.min-alignment",
          "",
          "0.5",
          "0",
          "1",
          "Least weighted agreement of stored signals on larger timeframes; 0.5 when there are"
              + " none.");

  static final Setting<BigDecimal> LEAST_CONFLUENCE =
      decimal(
          "strikewire.validation.min-confluence",
          "MIN_CONFLUENCE",
          "0.5",
          "0",
          "1",
          "Least weighted agreement of other sources' stored signals; 0.5 when there are none.");

  static final Setting<Integer> ATTEMPTS =
      whole(
          "strikewire.runner.attempts",
          "",
          5,
          1,
          100,
          "How often a failing signal is tried before it is given up as dead.");

  private PipelineSetting() {}
}
