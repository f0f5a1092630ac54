package io.strikewire.dialect;

import io.strikewire.dialect.Proposal.Order;
import io.strikewire.payload.Payload;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ultimate Option: a trend, a score, and where to get in. */
final class UltimateOption implements Dialect {

  private static final Set<Object> TRENDS = Set.of("BULLISH", "BEARISH", "NEUTRAL");

  @Override
  public String name() {
    return "ultimate-option";
  }

  @Override
  public boolean speaks(Payload payload) {
    return payload.first("trend").filter(TRENDS::contains).isPresent() || isPing(payload);
  }

  private static boolean isPing(Payload payload) {
    return payload.first("test").filter(Boolean.TRUE::equals).isPresent()
        && payload.first("type").filter("PING"::equals).isPresent();
  }

  @Override
  public List<String> barFields() {
    return List.of("timeframe");
  }

  @Override
  public List<String> timeFields() {
    return List.of("timestamp", "time", "timenow");
  }

  @Override
  public List<String> priceFields() {
    return List.of("current_price", "instrument.current_price", "price");
  }

  @Override
  public Parsed read(Payload payload, Terms terms, Instant now) {
    if (isPing(payload)) {
      return Parsed.ping();
    }
    Fields fields = new Fields(payload);
    boolean test = fields.isTrue("test");
    Optional<Symbol> symbol = fields.symbol("ticker").or(() -> fields.symbol("instrument.ticker"));
    String trend = fields.word("trend");
    Optional<BigDecimal> price =
        fields.positive("current_price", "instrument.current_price", "entry.price", "price");
    List<String> errors = new ArrayList<>();
    if (symbol.isEmpty()) {
      errors.add("SYMBOL");
    }
    if (!trend.equals("BULLISH") && !trend.equals("BEARISH")) {
      errors.add("TREND");
    }
    if (price.isEmpty()) {
      errors.add("PRICE");
    }
    if (!errors.isEmpty()) {
      return Parsed.faulty(test, errors);
    }
    BigDecimal score =
        fields.number("score").or(() -> fields.number("signal.ai_score")).orElse(BigDecimal.ZERO);
    return Parsed.of(
        test,
        new Proposal(
            name(),
            "BUY",
            symbol.orElseThrow(),
            Derived.strike(price.orElseThrow()),
            Derived.monthly(now, terms.calendar()),
            trend.equals("BULLISH") ? Direction.CALL : Direction.PUT,
            terms.scale().contracts(score),
            "DIRECTIONAL",
            fields.positive("entry.price").map(Order::limit).orElse(Order.MARKET),
            Payload.of(
                fields.pick(
                    fields.value("score").isPresent()
                        ? "original_score:score"
                        : "original_score:signal.ai_score",
                    "score_breakdown",
                    "trend",
                    "trend_strength:trend_data.strength",
                    "rsi:trend_data.rsi",
                    "market_session:time_context.market_session",
                    "entry_price:entry.price",
                    "stop_loss:entry.stop_loss",
                    "target_1:entry.target_1",
                    "target_2:entry.target_2",
                    "risk_amount:risk.amount",
                    "rr_ratio:risk.rr_ratio_1",
                    "recommended_contracts:risk.recommended_contracts",
                    "vwap:market_context.vwap",
                    "atr:market_context.atr",
                    "mtf_bias_4h:mtf_context.bias_4h",
                    "mtf_bias_1h:mtf_context.bias_1h",
                    "components"))));
  }
}
