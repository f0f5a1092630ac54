package io.strikewire.book.config;

import static io.strikewire.config.Settings.decimal;
import static io.strikewire.config.Settings.time;
import static io.strikewire.config.Settings.whole;

import io.strikewire.config.Setting;
import java.math.BigDecimal;
import java.time.LocalTime;

/** Every setting of orders, limits and marks: name, older short name, default, bounds, meaning. */
final class BookSetting {

  static final Setting<BigDecimal> COMMISSION =
      usd(
          "strikewire.positions.commission-per-contract",
          "0.65",
          "Commission in USD for each contract bought or sold.");
  static final Setting<BigDecimal> FEE =
      usd(
          "strikewire.positions.fee-per-contract",
          "0.02",
          "Exchange and regulatory fee in USD for each contract bought or sold.");
  static final Setting<BigDecimal> SLIPPAGE =
      usd(
          "strikewire.paper.slippage",
          "0",
          "USD per share that paper orders are executed above the ask or below the bid.");
  static final Setting<Integer> LATENCY =
      whole(
          "strikewire.paper.latency-ms",
          "",
          0,
          0,
          60_000,
          "Milliseconds until paper orders are executed, and between their parts.");
  static final Setting<BigDecimal> PARTIAL =
      rate("strikewire.paper.partial-rate", "Part of paper orders executed in two parts.");
  static final Setting<BigDecimal> REJECT =
      rate("strikewire.paper.reject-rate", "Part of paper orders that are refused.");
  static final Setting<BigDecimal> LOST_BEFORE =
      rate(
          "strikewire.paper.lost-before-rate",
          "Part of paper orders that never arrive and are never answered.");
  static final Setting<BigDecimal> LOST_AFTER =
      rate(
          "strikewire.paper.lost-after-rate",
          "Part of paper orders that arrive and are never answered.");
  static final Setting<BigDecimal> UNREACHABLE =
      rate("strikewire.paper.unreachable-rate", "Part of questions the paper broker ignores.");
  static final Setting<BigDecimal> REPEAT =
      rate("strikewire.paper.repeat-rate", "Part of paper executions that are told twice.");

  static final Setting<String> ENTRY_TYPE =
      new Setting<>(
          "strikewire.orders.entry-type",
          java.util.Optional.empty(),
          "MARKET",
          "MARKET or LIMIT",
          "Whether entries take any price or none above the ask they were decided at.",
          text -> {
            if (!text.equals("MARKET") && !text.equals("LIMIT")) {
              throw new IllegalArgumentException(text);
            }
            return text;
          });
  static final Setting<BigDecimal> LIMIT_OFFSET =
      usd("strikewire.orders.limit-offset", "0", "USD per share that limit entries pay above it.");
  static final Setting<Integer> ENTRY_LIFE =
      whole(
          "strikewire.orders.entry-life-seconds",
          "",
          60,
          1,
          3_600,
          "An entry that could not be handed to the broker for so long is given up, in seconds.");
  static final Setting<Integer> RECONCILE =
      whole(
          "strikewire.orders.reconcile-after-ms",
          "",
          2_000,
          0,
          60_000,
          "When an order the broker does not know counts as never received, in milliseconds.");

  static final Setting<Integer> MARK_AGE =
      whole(
          "strikewire.marks.max-age-seconds",
          "",
          300,
          1,
          86_400,
          "Oldest quote that values a position; older marks are called stale.");
  static final Setting<Integer> EXITS_EVERY =
      whole(
          "strikewire.exit.every-ms",
          "",
          1_000,
          50,
          60_000,
          "How often open positions are looked at, in milliseconds.");

  static final Setting<Integer> CHECKED_EVERY =
      whole(
          "strikewire.book.check-seconds",
          "",
          60,
          1,
          86_400,
          "How often the invariants of orders and positions are checked, in seconds.");

  static final Setting<BigDecimal> MAX_SPREAD =
      decimal(
          "strikewire.liquidity.max-spread-percent",
          "",
          "40",
          "0",
          "200",
          "Widest quote that is bought at, in percent of its middle.");
  static final Setting<BigDecimal> MIN_SPREAD =
      usd(
          "strikewire.liquidity.min-spread",
          "0.10",
          "A quote no wider than this is bought at whatever its middle, in USD per share.");
  static final Setting<Integer> QUOTE_AGE =
      whole(
          "strikewire.liquidity.max-quote-age-seconds",
          "",
          1_200,
          1,
          86_400,
          "Oldest quote that is bought at, in seconds.");

  static final Setting<Integer> MAX_SIZE =
      whole(
          "strikewire.risk.max-position-size",
          "MAX_POSITION_SIZE",
          10,
          1,
          10_000,
          "Most contracts in one position.");
  static final Setting<Integer> MAX_PER_SYMBOL =
      whole(
          "strikewire.risk.max-contracts-per-symbol",
          "",
          40,
          1,
          100_000,
          "Most contracts open and on order in one underlying.");
  static final Setting<BigDecimal> MAX_EXPOSURE =
      decimal(
          "strikewire.risk.max-total-exposure",
          "MAX_TOTAL_EXPOSURE",
          "50000",
          "0",
          "1000000000",
          "Most USD of premium in open positions together.");
  static final Setting<Integer> MAX_POSITIONS =
      whole(
          "strikewire.risk.max-open-positions",
          "MAX_OPEN_POSITIONS",
          50,
          1,
          100_000,
          "Most positions open and on order.");
  static final Setting<BigDecimal> MAX_LOSS =
      decimal(
          "strikewire.risk.max-daily-loss",
          "MAX_DAILY_LOSS",
          "5000",
          "0",
          "1000000000",
          "USD lost in a New York day above which nothing is entered; sets the kill switch too.");
  static final Setting<Integer> MAX_ORDERS =
      whole(
          "strikewire.risk.max-orders-per-minute",
          "",
          120,
          1,
          1_000_000,
          "Most entries ordered in a minute.");
  static final Setting<BigDecimal> COLLAR =
      decimal(
          "strikewire.risk.price-collar-percent",
          "",
          "50",
          "0",
          "1000",
          "Percent by which the market may ask more than the premium the alert named.");
  static final Setting<Integer> MAX_UNKNOWN =
      whole(
          "strikewire.kill-switch.max-unknown-orders",
          "",
          3,
          1,
          10_000,
          "So many orders without an answer set the kill switch.");
  static final Setting<Integer> UNKNOWN_FOR =
      whole(
          "strikewire.kill-switch.unknown-seconds",
          "",
          30,
          1,
          86_400,
          "For how long they have no answer, in seconds.");

  static final Setting<LocalTime> TIME_EXIT =
      time(
          "strikewire.exit.time",
          "MARKET_HOURS_END",
          "15:30",
          "From this time of day everything is sold.");

  private BookSetting() {}

  private static Setting<BigDecimal> usd(String name, String fallback, String meaning) {
    return decimal(name, "", fallback, "0", "100", meaning);
  }

  private static Setting<BigDecimal> rate(String name, String meaning) {
    return decimal(name, "", "0", "0", "1", meaning);
  }
}
