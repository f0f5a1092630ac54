package io.strikewire.decide;

import io.strikewire.decision.Rejection;
import io.strikewire.payload.Payload;
import io.strikewire.signal.Direction;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the indicator that sent the alert says of its own quality, and what follows from it.
 *
 * @param refusal set when the indicator's own rules do not want it traded
 * @param points of confidence to add
 * @param size factor on the size
 * @param warnings what made the size smaller
 */
record Indicator(@Nullable Rejection refusal, double points, double size, List<String> warnings) {

  private static final Indicator NEUTRAL = new Indicator(null, 0, 1, List.of());
  private static final String[] BIAS = {
    "bias", "mtf_bias", "mtf_bias_1h", "mtf_bias_4h", "mtf_bias_1H", "mtf_bias_4H"
  };

  /** The rules of the indicators, each for alerts that name it as {@code indicator_source}. */
  static Indicator judge(Payload metadata, Direction side, Duration age, Duration maxAge) {
    String source = text(metadata, "indicator_source");
    Indicator judged = NEUTRAL;
    if (!source.isEmpty()) {
      if (source.equals("mtf-trend-dots")) {
        return refuse(Rejection.CONFIRMATION_ONLY);
      }
      if (age.compareTo(maxAge) > 0) {
        return refuse(Rejection.TRIGGER_TOO_OLD);
      }
      judged =
          switch (source) {
            case "ultimate-option" -> ultimateOption(metadata);
            case "strat-engine", "strat_engine_v6" -> stratEngine(metadata);
            default -> NEUTRAL;
          };
    }
    return judged.refusal() == null ? judged.aligned(metadata, side) : judged;
  }

  private static Indicator refuse(Rejection code) {
    return new Indicator(code, 0, 1, List.of());
  }

  private Indicator adding(double more) {
    return new Indicator(refusal, points + more, size, warnings);
  }

  private Indicator times(double factor) {
    return new Indicator(refusal, points, size * factor, warnings);
  }

  private Indicator warning(String code) {
    return new Indicator(
        refusal, points, size, warnings.isEmpty() ? List.of(code) : List.of(warnings.get(0), code));
  }

  private static Indicator ultimateOption(Payload metadata) {
    double score = number(metadata, 0, "original_score", "score");
    List<?> components =
        metadata.first("components").orElse(null) instanceof List<?> list ? list : List.of();
    if (score < 4) {
      return refuse(Rejection.SCORE_TOO_LOW);
    }
    if (score >= 7 && components.size() >= 4) {
      double multiplier = number(metadata, 1, "position_multiplier");
      return NEUTRAL.adding(10).times(multiplier > 0 ? multiplier : 1.25);
    }
    if (score >= 5.5 && components.contains("MTF_ALIGN")) {
      return NEUTRAL.adding(5);
    }
    return components.size() <= 2 ? NEUTRAL.times(0.5).warning("WEAK_COMPONENTS") : NEUTRAL;
  }

  private static Indicator stratEngine(Payload metadata) {
    double confidence = number(metadata, 0, "confidence");
    if (confidence < 2) {
      return refuse(Rejection.STRAT_CONFIDENCE_TOO_LOW);
    }
    String session = text(metadata, "session");
    Indicator judged = NEUTRAL;
    if (confidence <= 3) {
      judged = judged.times(0.5);
    } else if (confidence == 6 && session.equalsIgnoreCase("ACTIVE")) {
      judged = judged.times(1.25);
    }
    return session.equalsIgnoreCase("NY_LUNCH")
        ? judged.times(0.8).warning("LUNCH_SESSION")
        : judged;
  }

  /** Whether the larger timeframes go the trade's way, by the sender's word. */
  private Indicator aligned(Payload metadata, Direction side) {
    double score = number(metadata, 0, "alignment_score", "alignmentScore");
    if (!(score > 0)) {
      return this;
    }
    String bias = text(metadata, BIAS).toUpperCase(Locale.ROOT);
    if (bias.isEmpty()) {
      return this;
    }
    Direction favoured =
        bias.contains("BULL") ? Direction.CALL : bias.contains("BEAR") ? Direction.PUT : null;
    if (score > 60 && favoured == side) {
      return adding(20);
    }
    if (score > 70 && favoured == side.opposite()) {
      return times(0.5).warning("COUNTER_MTF");
    }
    return score < 40 ? times(0.5).warning("CHOPPY_MTF") : this;
  }

  private static String text(Payload metadata, String... names) {
    return metadata.first(names).map(String::valueOf).orElse("");
  }

  /** A number, or text that is one; anything else counts as absent. */
  private static double number(Payload metadata, double absent, String... names) {
    Object value = metadata.first(names).orElse(null);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    return value instanceof String text && text.matches("\\s*-?\\d{1,9}(\\.\\d{1,9})?\\s*")
        ? Double.parseDouble(text)
        : absent;
  }
}
