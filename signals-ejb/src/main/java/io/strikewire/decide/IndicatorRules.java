package io.strikewire.decide;

import io.strikewire.decision.Rejection;
import io.strikewire.payload.Payload;
import io.strikewire.signal.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the indicator that sent the alert says of its own quality. Unreadable values count as
 * absent.
 */
final class IndicatorRules {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal FIVE_QUARTERS = new BigDecimal("1.25");

  private IndicatorRules() {}

  /**
   * The indicator's part in the decision.
   *
   * @param refusal set when the indicator itself does not want to be traded
   * @param confidence points to add
   * @param size factor on the size
   */
  record Assessment(Optional<Rejection> refusal, double confidence, BigDecimal size) {

    private static Assessment refuse(Rejection code) {
      return new Assessment(Optional.of(code), 0, BigDecimal.ONE);
    }

    private Assessment and(double points, BigDecimal factor) {
      return new Assessment(refusal, confidence + points, size.multiply(factor));
    }
  }

  static Assessment assess(Payload metadata, Direction side) {
    Assessment byIndicator =
        switch (text(metadata, "indicator_source")) {
          case "mtf-trend-dots" -> Assessment.refuse(Rejection.CONFIRMATION_ONLY);
          case "ultimate-option" -> ultimateOption(metadata);
          case "strat-engine", "strat_engine_v6" -> stratEngine(metadata);
          default -> neutral();
        };
    return byIndicator.refusal().isPresent() ? byIndicator : alignment(byIndicator, metadata, side);
  }

  private static Assessment neutral() {
    return new Assessment(Optional.empty(), 0, BigDecimal.ONE);
  }

  private static Assessment ultimateOption(Payload metadata) {
    double score = number(metadata, 0, "original_score", "score");
    List<?> components =
        metadata.first("components").orElse(List.of()) instanceof List<?> list ? list : List.of();
    if (score < 4) {
      return Assessment.refuse(Rejection.SCORE_TOO_LOW);
    }
    if (score >= 7 && components.size() >= 4) {
      double multiplier = number(metadata, 1, "position_multiplier");
      return neutral().and(10, multiplier > 0 ? BigDecimal.valueOf(multiplier) : FIVE_QUARTERS);
    }
    if (score >= 5.5 && components.contains("MTF_ALIGN")) {
      return neutral().and(5, BigDecimal.ONE);
    }
    return components.size() <= 2 ? neutral().and(0, HALF) : neutral();
  }

  private static Assessment stratEngine(Payload metadata) {
    double confidence = number(metadata, 0, "confidence");
    if (confidence < 2) {
      return Assessment.refuse(Rejection.STRAT_CONFIDENCE_TOO_LOW);
    }
    String session = text(metadata, "session").toUpperCase(Locale.ROOT);
    Assessment assessment = neutral();
    if (confidence <= 3) {
      assessment = assessment.and(0, HALF);
    } else if (confidence == 6 && session.equals("ACTIVE")) {
      assessment = assessment.and(0, FIVE_QUARTERS);
    }
    return session.equals("NY_LUNCH") ? assessment.and(0, new BigDecimal("0.8")) : assessment;
  }

  private static Assessment alignment(Assessment before, Payload metadata, Direction side) {
    double score = number(metadata, 0, "alignment_score", "alignmentScore");
    String bias =
        text(
                metadata,
                "bias",
                "mtf_bias",
                "mtf_bias_1h",
                "mtf_bias_4h",
                "mtf_bias_1H",
                "mtf_bias_4H")
            .toUpperCase(Locale.ROOT);
    if (score <= 0 || bias.isEmpty()) {
      return before;
    }
    boolean agrees = bias.contains(side == Direction.CALL ? "BULL" : "BEAR");
    boolean opposes = bias.contains(side == Direction.CALL ? "BEAR" : "BULL");
    if (score > 60 && agrees) {
      return before.and(20, BigDecimal.ONE);
    }
    boolean counterTrend = score > 70 && opposes;
    return counterTrend || score < 40 ? before.and(0, HALF) : before;
  }

  private static String text(Payload metadata, String... names) {
    return metadata.first(names).map(String::valueOf).orElse("");
  }

  private static double number(Payload metadata, double absent, String... names) {
    Object value = metadata.first(names).orElse("");
    if (value instanceof BigDecimal number) {
      return number.doubleValue();
    }
    return value instanceof String text && text.matches("-?\\d{1,9}(\\.\\d{1,9})?")
        ? Double.parseDouble(text)
        : absent;
  }
}
