package io.strikewire.decide.whatif;

import io.strikewire.confluence.ConfluenceSettings;
import io.strikewire.decide.DecisionSettings;
import io.strikewire.decide.DecisionSettings.ConfidenceSettings;
import io.strikewire.decide.DecisionSettings.RiskSettings;
import io.strikewire.decide.DecisionSettings.SizeSettings;
import io.strikewire.whatif.Facts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings that a question names; what it does not name is as in {@code fallback}. */
public final class AskedSettings {

  /** What questions of a file that do not name it are asked with. */
  static final DecisionSettings OF_FILES =
      new DecisionSettings(
          new ConfidenceSettings(50, 0, 20, 15, 15, 0.5),
          new SizeSettings(1, 0.25, 1, 10, Integer.MAX_VALUE),
          new RiskSettings(50, 0.5, BigDecimal.valueOf(50_000)),
          ConfluenceSettings.of(
              ConfluenceSettings.DEFAULT_WEIGHTS,
              ConfluenceSettings.DEFAULT_WEIGHT,
              Optional.empty()),
          Duration.ofSeconds(60),
          Duration.ofSeconds(2),
          Map.of());

  private AskedSettings() {}

  /** Settings under the names of the recorded decisions. */
  public static DecisionSettings of(Facts config, DecisionSettings fallback) {
    Facts confidence = config.object("confidence");
    Facts validation = config.object("validation");
    ConfidenceSettings usual = fallback.confidence();
    return new DecisionSettings(
        new ConfidenceSettings(
            number(confidence, "baseConfidence", usual.base()),
            number(confidence, "minConfidence", usual.least()),
            number(confidence, "contextAdjustmentRange", usual.contextRange()),
            number(confidence, "positioningAdjustmentRange", usual.positioningRange()),
            number(confidence, "gexAdjustmentRange", usual.gexRange()),
            number(config.object("gex"), "staleWeightReduction", usual.gexStaleReduction())),
        size(config, fallback.size()),
        risk(config.object("risk"), fallback.risk()),
        confluence(config, fallback.confluence()),
        seconds(validation, "maxTriggerAgeSeconds", fallback.maxTriggerAge()),
        seconds(validation, "clockSkewSeconds", fallback.clockSkew()),
        fallback.caps());
  }

  private static SizeSettings size(Facts config, SizeSettings usual) {
    Facts sizing = config.object("sizing");
    Facts risk = config.object("risk");
    return new SizeSettings(
        number(sizing, "baseSize", usual.base()),
        number(sizing, "kellyFraction", usual.kellyFraction()),
        number(sizing, "minSize", usual.min()),
        number(sizing, "maxSize", usual.max()),
        whole(risk, "maxPositionSize", usual.positionLimit()));
  }

  private static RiskSettings risk(Facts risk, RiskSettings usual) {
    return new RiskSettings(
        number(risk, "maxVixForEntry", usual.maxVix()),
        number(risk, "vixPositionSizeReduction", usual.vixReduction()),
        risk.decimal("maxTotalExposure").orElse(usual.maxExposure()));
  }

  static ConfluenceSettings confluence(Facts config, ConfluenceSettings usual) {
    Facts weights = config.object("weights");
    if (!config.has("weights") && !config.has("defaultWeight")) {
      return usual;
    }
    Map<String, BigDecimal> bySource = new HashMap<>();
    weights
        .payload()
        .fields()
        .keySet()
        .forEach(
            source ->
                bySource.put(source.toUpperCase(Locale.ROOT), weights.requiredDecimal(source)));
    return ConfluenceSettings.of(
        bySource,
        config.decimal("defaultWeight").orElse(ConfluenceSettings.DEFAULT_WEIGHT),
        usual.horizon());
  }

  private static double number(Facts facts, String name, double usual) {
    return facts.decimal(name).map(BigDecimal::doubleValue).orElse(usual);
  }

  private static int whole(Facts facts, String name, int usual) {
    return facts.has(name) ? facts.requiredWhole(name) : usual;
  }

  private static Duration seconds(Facts facts, String name, Duration usual) {
    return facts.has(name) ? Duration.ofSeconds(facts.requiredWhole(name)) : usual;
  }
}
