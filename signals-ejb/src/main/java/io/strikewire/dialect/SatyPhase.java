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

/** SATY Phase Oscillator: phases of the market, of which marking up and marking down are traded. */
final class SatyPhase implements Dialect {

  @Override
  public String name() {
    return "saty-phase";
  }

  @Override
  public boolean speaks(Payload payload) {
    Fields fields = new Fields(payload);
    return fields.value("meta.engine").filter("SATY_PO"::equals).isPresent()
        || fields.text("meta.indicator_name").filter(n -> n.contains("SATY Phase")).isPresent()
        || (fields.value("event.phase_name").isPresent()
            && fields.value("regime_context").isPresent());
  }

  @Override
  public List<String> barFields() {
    return List.of("timeframe.event_tf", "timeframe.chart_tf");
  }

  @Override
  public List<String> timeFields() {
    return List.of("event.timestamp", "meta.generated_at");
  }

  @Override
  public List<String> priceFields() {
    return List.of("instrument.current_price");
  }

  @Override
  public Parsed read(Payload payload, Terms terms, Instant now) {
    Fields fields = new Fields(payload);
    if (fields.word("meta.event_type").equals("REGIME_STATUS_UPDATE")
        || fields.isTrue("audit.test_mode")) {
      return Parsed.ping();
    }
    boolean test = fields.isTrue("test");
    Optional<Symbol> symbol = fields.symbol("instrument.symbol");
    Optional<BigDecimal> price = fields.positive("instrument.current_price");
    List<String> errors = new ArrayList<>();
    if (!fields.word("meta.engine").equals("SATY_PO")) {
      errors.add("ENGINE");
    }
    if (symbol.isEmpty()) {
      errors.add("SYMBOL");
    }
    if (price.isEmpty()) {
      errors.add("PRICE");
    }
    if (fields.text("event.phase_name").isEmpty()) {
      errors.add("PHASE_NAME");
    }
    Optional<Direction> side = side(fields);
    if (errors.isEmpty() && side.isEmpty()) {
      errors.add("PHASE_NOT_ACTIONABLE");
    }
    if (!errors.isEmpty()) {
      return Parsed.faulty(test, errors);
    }
    return Parsed.of(
        test,
        new Proposal(
            name(),
            "BUY",
            symbol.orElseThrow(),
            Derived.strike(price.orElseThrow()),
            Derived.monthly(now, terms.calendar()),
            side.orElseThrow(),
            terms
                .scale()
                .contracts(fields.number("confidence.confidence_score").orElse(BigDecimal.ZERO)),
            "PHASE_ENTRY",
            Order.MARKET,
            Payload.of(
                fields.pick(
                    "event_id:meta.event_id",
                    "event_type:meta.event_type",
                    "phase_from:event.phase_from",
                    "phase_to:event.phase_to",
                    "phase_name:event.phase_name",
                    "phase_description:event.description",
                    "confidence_score:confidence.confidence_score",
                    "trend_alignment:confidence.trend_alignment",
                    "volatility_confirmation:confidence.volatility_confirmation",
                    "local_bias:regime_context.local_bias",
                    "regime:regime_context.regime",
                    "volatility_state:regime_context.volatility_state",
                    "trend_strength:regime_context.trend_strength",
                    "atr:regime_context.atr",
                    "execution_bias:execution_guidance.bias",
                    "urgency:execution_guidance.urgency",
                    "session:execution_guidance.session",
                    "rsi:oscillator_state.rsi_14",
                    "rsi_state:oscillator_state.rsi_state",
                    "macd_signal:oscillator_state.macd_signal",
                    "market_structure:market_structure.structure",
                    "vwap:market_structure.vwap",
                    "ema_8:market_structure.ema_8",
                    "ema_21:market_structure.ema_21",
                    "ema_50:market_structure.ema_50",
                    "timeframe:timeframe.event_tf",
                    "bar_close_time:timeframe.bar_close_time"))));
  }

  private static Optional<Direction> side(Fields fields) {
    String phase = fields.word("event.phase_name");
    String bias = fields.word("execution_guidance.bias");
    if (phase.equals("MARKUP") && (bias.equals("LONG") || bias.equals("BULLISH"))) {
      return Optional.of(Direction.CALL);
    }
    if (phase.equals("MARKDOWN") && (bias.equals("SHORT") || bias.equals("BEARISH"))) {
      return Optional.of(Direction.PUT);
    }
    return Optional.empty();
  }
}
