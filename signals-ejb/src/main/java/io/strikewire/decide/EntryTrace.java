package io.strikewire.decide;

import io.strikewire.decision.Rejection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A judgement under the names of the recorded decisions, for those who compare. */
public final class EntryTrace {

  private EntryTrace() {}

  /** Every value that was really computed, up to the refusal. */
  public static Map<String, @Nullable Object> of(
      EntryJudgement made, String gexTimeframe, boolean gexFailed, boolean othersGiven) {
    Map<String, @Nullable Object> trace = new LinkedHashMap<>();
    trace.put("indicatorAdjustment", made.indicator().points());
    trace.put("indicatorSizeMultiplier", made.indicator().size());
    trace.put("warnings", made.indicator().warnings());
    if (made.reached(EntryRule.VIX)) {
      trace.put("vixSizeMultiplier", made.vixFactor);
    }
    if (made.reached(EntryRule.CONFIDENCE)) {
      if (!gexFailed) {
        trace.put("gexLookupTimeframe", gexTimeframe);
        trace.put("gexStale", made.question.around().gex().freshness().equals("STALE"));
        trace.put("gexWeight", made.sum().gexWeight());
      }
      trace.put("gexAdjustment", made.sum().gex());
      trace.put("contextAdjustment", made.sum().context());
      trace.put("positioningAdjustment", made.sum().positioning());
      if (othersGiven) {
        trace.put("confluenceScore", made.confluence().weighted());
      }
      trace.put("confluenceUsed", made.confluence().used().value());
      trace.put("confluenceBoost", made.sum().boost());
      trace.put("finalConfidence", made.confidence);
    }
    if (made.reached(EntryRule.SIZE)) {
      trace.put("sizing", made.sizing().steps());
      int afterVix = (int) Math.floor(made.sizing().afterConfluence() * made.vixFactor);
      trace.put("sizeAfterVix", afterVix);
      boolean large = made.contracts >= made.least();
      trace.put(
          "sizeAfterIndicator",
          large ? made.contracts : (int) Math.floor(afterVix * made.indicator().size()));
    }
    if (made.reached(EntryRule.PREMIUM)) {
      trace.put("existingExposure", made.question.around().openExposure());
    }
    if (made.reached(EntryRule.EXPOSURE)) {
      trace.put("additionalExposure", made.added());
      trace.put(
          "exposureExceeded", made.rejection().filter(Rejection.MAX_EXPOSURE::equals).isPresent());
    }
    return trace;
  }

  /** The same values as a summary of a decision. */
  public static Map<String, Object> calculations(EntryJudgement made) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    boolean summed = made.reached(EntryRule.CONFIDENCE);
    boolean sized = made.reached(EntryRule.SIZE);
    numbers.put("baseConfidence", summed ? made.sum().base() : 0);
    numbers.put("contextAdjustment", summed ? made.sum().context() : 0);
    numbers.put("positioningAdjustment", summed ? made.sum().positioning() : 0);
    numbers.put("indicatorAdjustment", made.indicator().points());
    numbers.put("gexAdjustment", summed ? made.sum().gex() + made.sum().boost() : 0);
    numbers.put("finalConfidence", made.confidence);
    numbers.put("baseSizing", sized ? made.sizing().base() : 0);
    numbers.put("kellyMultiplier", sized ? made.sizing().kelly() : 0);
    numbers.put("regimeMultiplier", sized ? made.sizing().regime() : 0);
    numbers.put("confluenceMultiplier", sized ? made.sizing().confluence() : 0);
    numbers.put("indicatorSizeMultiplier", made.indicator().size());
    numbers.put("finalSize", made.positionSize());
    return numbers;
  }
}
