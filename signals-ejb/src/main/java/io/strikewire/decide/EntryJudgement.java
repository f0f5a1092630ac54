package io.strikewire.decide;

import io.strikewire.confluence.Confluence;
import io.strikewire.decide.DecisionSettings.Cap;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.market.MarketContext;
import io.strikewire.option.OptionPrice;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision on an entry with every number that led to it. The rules write it while they are asked;
 * afterwards it is only read, and turned into text when someone reads it.
 */
public final class EntryJudgement {

  private static final Cap NO_CAP = new Cap(100, Integer.MAX_VALUE);

  final EntryQuestion question;
  final DecisionSettings settings;
  @Nullable Indicator indicator;
  @Nullable MarketContext market;
  double vixFactor;
  @Nullable Confluence confluence;
  @Nullable Confidence sum;
  double confidence;
  @Nullable Sizing sizing;
  int contracts;
  @Nullable BigDecimal added;
  private EntryRule last = EntryRule.INDICATOR;
  private @Nullable Rejection rejection;

  private EntryJudgement(EntryQuestion question, DecisionSettings settings) {
    this.question = question;
    this.settings = settings;
  }

  static EntryJudgement of(EntryQuestion question, DecisionSettings settings) {
    EntryJudgement judgement = new EntryJudgement(question, settings);
    for (EntryRule rule : EntryRule.IN_ORDER) {
      judgement.last = rule;
      judgement.rejection = rule.judge(judgement);
      if (judgement.rejection != null) {
        break;
      }
    }
    return judgement;
  }

  /** Whether every rule passed. */
  public boolean isEntry() {
    return rejection == null;
  }

  /** The first refusal; empty on an entry. */
  public Optional<Rejection> rejection() {
    return Optional.ofNullable(rejection);
  }

  /** Points of 0 to 100; 0 when the rules ended before it was computed. */
  public double confidence() {
    return confidence;
  }

  /** Contracts to enter with; 0 unless it is an entry. */
  public int positionSize() {
    return isEntry() ? contracts : 0;
  }

  /** Whether a rule was asked. */
  boolean reached(EntryRule rule) {
    return rule.compareTo(last) <= 0;
  }

  /** Every rule that was asked, in order. */
  public List<Verdict> verdicts() {
    List<Verdict> verdicts = new ArrayList<>();
    for (EntryRule rule : EntryRule.IN_ORDER) {
      if (reached(rule)) {
        boolean refused = rule == last && rejection != null;
        String facts = rule.facts(this);
        verdicts.add(refused ? Verdict.fail(rule.name(), facts) : Verdict.pass(rule.name(), facts));
      }
    }
    return verdicts;
  }

  /** Inputs and intermediate values by name, as far as the rules came. */
  public Map<String, Object> calculations() {
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("indicatorAdjustment", indicator().points());
    numbers.put("indicatorSizeMultiplier", indicator().size());
    numbers.put("warnings", indicator().warnings());
    numbers.put("contextFreshness", question.around().context().freshness());
    numbers.put("marketDataMode", question.around().mode().name());
    if (reached(EntryRule.VIX)) {
      numbers.put("vix", market().vix());
      numbers.put("trend", market().trend().name());
      numbers.put("regime", market().regime().name());
      numbers.put("bias", market().bias());
      numbers.put("vixSizeMultiplier", vixFactor);
    }
    if (reached(EntryRule.CONFIDENCE)) {
      numbers.put("baseConfidence", sum().base());
      numbers.put("contextAdjustment", sum().context());
      numbers.put("positioningAdjustment", sum().positioning());
      numbers.put("gexFreshness", question.around().gex().freshness());
      numbers.put("gexWeight", sum().gexWeight());
      numbers.put("gexAdjustment", sum().gex());
      numbers.put("confluenceUsed", confluence().used().value());
      numbers.put("confluenceOf", confluence().total());
      numbers.put("confluenceBoost", sum().boost());
      numbers.put("confidenceCap", sum().cap());
      numbers.put("finalConfidence", confidence);
    }
    if (reached(EntryRule.SIZE)) {
      numbers.put("baseSizing", sizing().base());
      numbers.put("kellyMultiplier", sizing().kelly());
      numbers.put("regimeMultiplier", sizing().regime());
      numbers.put("confluenceMultiplier", sizing().confluence());
      numbers.put("exactSize", exactSize());
      numbers.put("finalSize", contracts);
    }
    if (question.around().price() instanceof OptionPrice.Known price
        && reached(EntryRule.PREMIUM)) {
      numbers.put("premium", price.ask());
      numbers.put("premiumBasis", price.basis());
    }
    if (reached(EntryRule.EXPOSURE)) {
      numbers.put("existingExposure", question.around().openExposure());
      numbers.put("additionalExposure", added());
    }
    numbers.put("ageMs", age().toMillis());
    numbers.put("inputs", DescribedEntry.of(question));
    return numbers;
  }

  /** The size before clamping and rounding. */
  BigDecimal exactSize() {
    return Sizing.Exact.of(
            sum().exact(),
            market().regime(),
            confluence().used(),
            vixFactor,
            indicator().size(),
            settings.size())
        .value();
  }

  /** Fewest contracts that are an entry. */
  double least() {
    return Math.max(1, settings.size().min());
  }

  Duration age() {
    return Duration.between(question.timestamp(), question.now());
  }

  /** What the sender's grade is good for. */
  Cap cap() {
    return settings.caps().getOrDefault(question.grade(), NO_CAP);
  }

  Indicator indicator() {
    return Objects.requireNonNull(indicator);
  }

  MarketContext market() {
    return Objects.requireNonNull(market);
  }

  Confluence confluence() {
    return Objects.requireNonNull(confluence);
  }

  Confidence sum() {
    return Objects.requireNonNull(sum);
  }

  Sizing sizing() {
    return Objects.requireNonNull(sizing);
  }

  /** USD that may be at risk: what an override says, else the setting. */
  BigDecimal maxExposure() {
    return question.around().exposureLimit().orElse(settings.risk().maxExposure());
  }

  BigDecimal added() {
    return Objects.requireNonNull(added);
  }
}
