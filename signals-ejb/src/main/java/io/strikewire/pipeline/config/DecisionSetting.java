package io.strikewire.pipeline.config;

import static io.strikewire.config.Settings.decimal;
import static io.strikewire.config.Settings.whole;

import io.strikewire.config.Setting;
import io.strikewire.confluence.ConfluenceSettings;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every setting of the entry policy: name, default, bounds, meaning. */
final class DecisionSetting {

  static final Setting<BigDecimal> BASE_CONFIDENCE =
      decimal(
          "strikewire.decision.base-confidence",
          "BASE_CONFIDENCE",
          "50",
          "0",
          "100",
          "Confidence before any adjustment.");

  static final Setting<BigDecimal> MIN_CONFIDENCE =
      decimal(
          "strikewire.decision.min-confidence",
          "MIN_CONFIDENCE",
          "40",
          "0",
          "100",
          "Least confidence that is entered.");

  static final Setting<BigDecimal> CONTEXT_RANGE =
      decimal(
          "strikewire.decision.context-adjustment-range",
          "",
          "20",
          "0",
          "100",
          "Most that the market context adds or takes.");

  static final Setting<BigDecimal> POSITIONING_RANGE =
      decimal(
          "strikewire.decision.positioning-adjustment-range",
          "",
          "15",
          "0",
          "100",
          "Most that the volatility regime adds or takes.");

  static final Setting<BigDecimal> GEX_RANGE =
      decimal(
          "strikewire.decision.gex-adjustment-range",
          "",
          "15",
          "0",
          "100",
          "What gamma exposure of full strength adds or takes.");

  static final Setting<BigDecimal> GEX_STALE_REDUCTION =
      decimal(
          "strikewire.decision.gex-stale-weight-reduction",
          "",
          "0.5",
          "0",
          "1",
          "Part of its weight that a stale gamma exposure loses.");

  static final Setting<BigDecimal> MAX_VIX =
      decimal(
          "strikewire.risk.max-vix-for-entry",
          "MAX_VIX_FOR_ENTRY",
          "50",
          "1",
          "1000",
          "Above this VIX nothing is entered.");

  static final Setting<BigDecimal> VIX_REDUCTION =
      decimal(
          "strikewire.risk.vix-position-size-reduction",
          "",
          "0.5",
          "0",
          "1",
          "Factor on the size when the VIX is above 30.");

  static final Setting<Integer> BASE_SIZE =
      whole(
          "strikewire.sizing.base-size",
          "BASE_SIZE",
          4,
          1,
          10_000,
          "Contracts before any multiplier; large enough that each multiplier can act.");

  static final Setting<BigDecimal> KELLY_FRACTION =
      decimal(
          "strikewire.sizing.kelly-fraction",
          "KELLY_FRACTION",
          "0.25",
          "0",
          "1",
          "What full confidence adds to the size, as a part of it.");

  static final Setting<Integer> MIN_SIZE =
      whole("strikewire.sizing.min-size", "", 1, 1, 10_000, "Fewest contracts worth entering.");

  static final Setting<Integer> MAX_SIZE =
      whole("strikewire.sizing.max-size", "", 10, 1, 10_000, "Most contracts that sizing gives.");

  static final Setting<Integer> POSITION_LIMIT =
      whole(
          "strikewire.risk.max-position-size",
          "MAX_POSITION_SIZE",
          10,
          1,
          10_000,
          "Most contracts in one position.");

  static final Setting<BigDecimal> MAX_EXPOSURE =
      decimal(
          "strikewire.risk.max-total-exposure",
          "MAX_TOTAL_EXPOSURE",
          "50000",
          "0",
          "1000000000",
          "Most USD of premium in open positions together.");

  static final Setting<Integer> MAX_TRIGGER_AGE =
      whole(
          "strikewire.decision.max-trigger-age-seconds",
          "",
          60,
          1,
          86_400,
          "Oldest alert that still triggers an entry when it is decided, in seconds.");

  static final Setting<Integer> CONFLUENCE_HORIZON =
      whole(
          "strikewire.confluence.horizon-minutes",
          "",
          240,
          1,
          10_080,
          "How long a stored signal is compared with, in minutes.");

  static final Setting<Map<String, BigDecimal>> SOURCE_WEIGHTS =
      new Setting<>(
          "strikewire.confluence.source-weights",
          Optional.empty(),
          "TRADINGVIEW:1,GEX:0.9,MTF:0.85,MANUAL:0.7",
          "source:weight pairs, each weight 0 (switched off) to 1000 in millionths at the finest",
          "How much each source's word counts in confluence and alignment.",
          DecisionSetting::weights);

  static final Setting<BigDecimal> DEFAULT_WEIGHT =
      decimal(
          "strikewire.confluence.default-weight",
          "",
          "0.5",
          "0",
          "1000",
          "Weight of a source that is not listed.");

  static final Setting<BigDecimal> TOKEN_CONFIDENCE =
      decimal(
          "strikewire.grade.token.max-confidence",
          "",
          "75",
          "0",
          "100",
          "Most confidence of a sender known by a secret in the path alone.");

  static final Setting<Integer> TOKEN_SIZE =
      whole(
          "strikewire.grade.token.max-size",
          "",
          2,
          0,
          10_000,
          "Most contracts of a sender known by a secret in the path alone.");

  static final Setting<BigDecimal> ADDRESS_CONFIDENCE =
      decimal(
          "strikewire.grade.token-and-address.max-confidence",
          "",
          "90",
          "0",
          "100",
          "Most confidence of a sender known by a secret in the path and its address.");

  static final Setting<Integer> ADDRESS_SIZE =
      whole(
          "strikewire.grade.token-and-address.max-size",
          "",
          5,
          0,
          10_000,
          "Most contracts of a sender known by a secret in the path and its address.");

  private DecisionSetting() {}

  private static Map<String, BigDecimal> weights(String text) {
    Map<String, BigDecimal> weights = new LinkedHashMap<>();
    for (String pair : text.split(",", -1)) {
      String[] parts = pair.strip().split(":", -1);
      if (parts.length != 2 || !parts[0].strip().matches("[A-Za-z0-9_-]{1,64}")) {
        throw new IllegalArgumentException(text);
      }
      weights.put(parts[0].strip().toUpperCase(Locale.ROOT), new BigDecimal(parts[1].strip()));
    }
    // Refuses weights that are negative, too large or too fine.
    ConfluenceSettings.of(weights, BigDecimal.ONE, Optional.empty());
    return weights;
  }
}
