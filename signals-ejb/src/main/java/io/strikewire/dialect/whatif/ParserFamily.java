package io.strikewire.dialect.whatif;

import io.strikewire.dialect.Dialect;
import io.strikewire.dialect.Parsed;
import io.strikewire.dialect.Proposal;
import io.strikewire.dialect.Terms;
import io.strikewire.dialect.Terms.ScoreScale;
import io.strikewire.market.TradingCalendar;
import io.strikewire.payload.Payload;
import io.strikewire.whatif.DecisionFamily;
import io.strikewire.whatif.Facts;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Family {@code parser}: what a webhook body of a sender's dialect proposes. */
public final class ParserFamily implements DecisionFamily {

  private static final ScoreScale WEBHOOK =
      new ScoreScale(BigDecimal.valueOf(70), 1, new BigDecimal("0.05"), 10);

  @Override
  public String name() {
    return "parser";
  }

  @Override
  public Map<String, @Nullable Object> answer(Facts config, Facts input, TradingCalendar calendar) {
    Payload raw = input.sent("raw");
    Dialect dialect = Dialect.of(raw);
    Parsed parsed =
        dialect.read(raw, new Terms(calendar, scale(config)), input.requiredInstant("now"));
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("detected", dialect.name());
    answer.put("isTest", parsed.test());
    answer.put("actionable", parsed.proposal().isPresent());
    answer.put("signal", parsed.proposal().map(ParserFamily::described).orElse(null));
    answer.put("errors", parsed.errors());
    return answer;
  }

  private static ScoreScale scale(Facts config) {
    ScoreScale usual =
        config.text("scoreConfig").filter("webhook"::equals).isPresent()
            ? WEBHOOK
            : ScoreScale.USUAL;
    Facts score = config.object("score");
    return new ScoreScale(
        score.decimal("minThreshold").orElse(usual.threshold()),
        score.has("baseQuantity") ? score.requiredWhole("baseQuantity") : usual.base(),
        score.decimal("scalingFactor").orElse(usual.factor()),
        score.has("maxQuantity") ? score.requiredWhole("maxQuantity") : usual.most());
  }

  private static Map<String, Object> described(Proposal proposal) {
    Map<String, Object> signal = new LinkedHashMap<>();
    signal.put("source", proposal.source());
    signal.put("action", proposal.action());
    signal.put("underlying", proposal.underlying().ticker());
    signal.put("strike", proposal.strike());
    signal.put("expiration", proposal.expiration().toString());
    signal.put("option_type", proposal.right().name());
    signal.put("quantity", proposal.quantity());
    signal.put("strategy_type", proposal.strategy());
    proposal.order().limit().ifPresent(limit -> signal.put("limit_price", limit));
    signal.put("order_type", proposal.order().type());
    signal.put("time_in_force", proposal.order().timeInForce());
    if (!proposal.metadata().fields().isEmpty()) {
      signal.put("metadata", proposal.metadata());
    }
    return signal;
  }
}
