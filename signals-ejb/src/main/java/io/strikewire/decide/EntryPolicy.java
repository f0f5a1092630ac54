package io.strikewire.decide;

import io.strikewire.decision.Decision;
import io.strikewire.decision.Decision.Versions;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.event.SignalEvent.Entered;
import io.strikewire.event.SignalEvent.Entry;
import io.strikewire.event.SignalEvent.Rejected;
import io.strikewire.event.SignalEvent.Surroundings;
import io.strikewire.event.SignalRoute;
import io.strikewire.market.MarketContext;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Signal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether to enter, with how much confidence and how many contracts. The rules are asked in the
 * order of {@link #decide}; the first refusal ends, and what was computed until then is reported.
 */
public final class EntryPolicy {

  /** Confluence of a signal with nothing to compare to. */
  private static final double UNKNOWN_CONFLUENCE = 0.5;

  private final DecisionSettings settings;
  private final Versions versions;

  /** A policy with these limits. */
  public EntryPolicy(DecisionSettings settings, Versions versions) {
    this.settings = settings;
    this.versions = versions;
  }

  /** Decides on an entry. Pure: the same arguments give the same decision. */
  public Entry decide(Signal signal, Surroundings around, Instant now) {
    Deliberation deliberation = new Deliberation(signal, around, now);
    return deliberation
        .indicator()
        .or(deliberation::marketData)
        .or(deliberation::vix)
        .or(deliberation::confidence)
        .or(deliberation::size)
        .or(deliberation::contract)
        .or(deliberation::premium)
        .or(deliberation::exposure)
        .<Entry>map(deliberation::rejected)
        .orElseGet(deliberation::entered);
  }

  /** One decision in the making: each rule leaves a verdict and its numbers. */
  private final class Deliberation {

    private final Signal signal;
    private final Surroundings around;
    private final Instant now;
    private final Direction side;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Map<String, Object> numbers = new LinkedHashMap<>();
    private final IndicatorRules.Assessment indicator;
    private double confidence;
    private int contracts;

    Deliberation(Signal signal, Surroundings around, Instant now) {
      this.signal = signal;
      this.around = around;
      this.now = now;
      this.side = signal.intent().side().orElseThrow();
      this.indicator = IndicatorRules.assess(signal.metadata(), side);
    }

    Optional<Rejection> indicator() {
      numbers.put("indicatorAdjustment", indicator.confidence());
      numbers.put("indicatorSizeMultiplier", indicator.size());
      return rule(
          "INDICATOR",
          indicator.refusal(),
          "adds " + indicator.confidence() + " points, size × " + indicator.size());
    }

    Optional<Rejection> marketData() {
      numbers.put("contextFreshness", around.context().freshness());
      String facts =
          around
              .context()
              .reading()
              .map(
                  market ->
                      around.context().freshness().toLowerCase(java.util.Locale.ROOT)
                          + ": VIX "
                          + market.vix()
                          + ", trend "
                          + market.trend()
                          + ", regime "
                          + market.regime()
                          + ", bias "
                          + market.bias())
              .orElse("no market context");
      return rule(
          "MARKET_CONTEXT",
          refuse(around.context().reading().isEmpty(), Rejection.MARKET_DATA_UNAVAILABLE),
          facts);
    }

    Optional<Rejection> vix() {
      double vix = market().vix();
      numbers.put("vix", vix);
      numbers.put("vixSizeMultiplier", vixFactor());
      return rule(
          "VIX",
          refuse(vix > settings.maxVix(), Rejection.VIX_TOO_HIGH),
          "VIX " + vix + ", at most " + settings.maxVix());
    }

    Optional<Rejection> confidence() {
      Confidence sum =
          Confidence.of(
              side,
              around.context(),
              around.gex(),
              UNKNOWN_CONFLUENCE,
              indicator.confidence(),
              settings);
      confidence = sum.total();
      numbers.put("baseConfidence", sum.base());
      numbers.put("contextAdjustment", sum.context());
      numbers.put("positioningAdjustment", sum.positioning());
      numbers.put("gexFreshness", around.gex().freshness());
      numbers.put("gexWeight", sum.gexWeight());
      numbers.put("gexAdjustment", sum.gex());
      numbers.put("confluenceUsed", UNKNOWN_CONFLUENCE);
      numbers.put("confluenceBoost", sum.confluence());
      numbers.put("finalConfidence", sum.total());
      return rule(
          "CONFIDENCE",
          refuse(confidence < settings.minConfidence(), Rejection.CONFIDENCE_TOO_LOW),
          confidence + " of 100, at least " + settings.minConfidence());
    }

    Optional<Rejection> size() {
      Sizing sizing =
          Sizing.of(
              confidence,
              market().regime(),
              UNKNOWN_CONFLUENCE,
              vixFactor(),
              indicator.size(),
              settings);
      contracts = sizing.contracts();
      numbers.put("baseSizing", settings.baseSize());
      numbers.put("kellyMultiplier", sizing.kelly());
      numbers.put("regimeMultiplier", sizing.regime());
      numbers.put("confluenceMultiplier", sizing.confluence());
      numbers.put("exactSize", sizing.exact());
      numbers.put("finalSize", contracts);
      return rule(
          "SIZE",
          refuse(contracts < 1, Rejection.SIZE_BELOW_MINIMUM),
          sizing.exact().stripTrailingZeros().toPlainString()
              + " contracts before rounding down, at least "
              + settings.minSize()
              + ", at most "
              + settings.maxSize());
    }

    Optional<Rejection> contract() {
      return rule(
          "CONTRACT",
          refuse(signal.contract().isEmpty(), Rejection.CONTRACT_UNKNOWN),
          signal
              .contract()
              .map(Object::toString)
              .orElse("strike and expiration are not both named"));
    }

    Optional<Rejection> premium() {
      if (around.price() instanceof OptionPrice.Known price) {
        numbers.put("premium", price.ask());
        numbers.put("premiumBasis", price.basis());
        return rule("PREMIUM", Optional.empty(), price.ask() + " USD by " + price.basis());
      }
      return rule(
          "PREMIUM",
          Optional.of(Rejection.PREMIUM_UNKNOWN),
          ((OptionPrice.Unknown) around.price()).why());
    }

    Optional<Rejection> exposure() {
      BigDecimal added =
          price().ask().multiply(BigDecimal.valueOf((long) contracts * OptionContract.MULTIPLIER));
      BigDecimal total = around.openExposure().add(added);
      numbers.put("existingExposure", around.openExposure());
      numbers.put("additionalExposure", added);
      return rule(
          "EXPOSURE",
          refuse(total.compareTo(settings.maxExposure()) > 0, Rejection.MAX_EXPOSURE),
          around.openExposure() + " + " + added + " USD, at most " + settings.maxExposure());
    }

    Rejected rejected(Rejection code) {
      return new Rejected(decision(Decision.Kind.REJECT, Optional.of(code), 0));
    }

    Entered entered() {
      return new Entered(
          signal, price(), decision(Decision.Kind.ENTER, Optional.empty(), contracts));
    }

    private Decision decision(Decision.Kind kind, Optional<Rejection> code, int size) {
      return new Decision(
          signal.id(),
          kind,
          SignalRoute.DECIDE,
          code,
          confidence,
          size,
          verdicts,
          numbers,
          versions.rules(),
          versions.settings(),
          now);
    }

    private MarketContext market() {
      return around.context().reading().orElseThrow();
    }

    private OptionPrice.Known price() {
      return (OptionPrice.Known) around.price();
    }

    private BigDecimal vixFactor() {
      return market().vix() > Confidence.NERVOUS_VIX ? settings.vixReduction() : BigDecimal.ONE;
    }

    private Optional<Rejection> refuse(boolean refused, Rejection code) {
      return refused ? Optional.of(code) : Optional.empty();
    }

    private Optional<Rejection> rule(String name, Optional<Rejection> refusal, String facts) {
      verdicts.add(refusal.isPresent() ? Verdict.fail(name, facts) : Verdict.pass(name, facts));
      return refusal;
    }
  }
}
