package io.strikewire.decide;

import io.strikewire.confluence.Ratio;
import io.strikewire.decide.DecisionSettings.SizeSettings;
import io.strikewire.market.VolatilityRegime;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** A size on its own, with its factors. */
public final class SizeAnswer {

  private static final int SMALL = 2;
  private static final int MEDIUM = 5;

  private SizeAnswer() {}

  /**
   * The size of a confidence, in the market's regime, at an agreement of others.
   *
   * @param confidence points of 0 to 100
   */
  public static Map<String, Object> of(
      BigDecimal confidence, VolatilityRegime regime, Ratio agreement, SizeSettings settings) {
    Sizing sizing =
        Sizing.of(confidence.doubleValue(), () -> confidence, regime, agreement, 1, 1, settings);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("size", sizing.afterConfluence());
    answer.put("calculation", sizing.steps());
    answer.put("category", category(sizing.afterConfluence()));
    answer.put(
        "exactAfterConfluence",
        Sizing.Exact.of(confidence, regime, agreement, 1, 1, settings).value().toPlainString());
    answer.put("exactSize", sizing.afterConfluence());
    return answer;
  }

  private static String category(int size) {
    if (size == 0) {
      return "NONE";
    }
    return size <= SMALL ? "SMALL" : size <= MEDIUM ? "MEDIUM" : "LARGE";
  }
}
