package io.strikewire.dialect;

import io.strikewire.dialect.Proposal.Order;
import io.strikewire.payload.Payload;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** MTF Trend Dots: the trend on many timeframes at once. */
final class MtfTrendDots implements Dialect {

  @Override
  public String name() {
    return "mtf-trend-dots";
  }

  @Override
  public boolean speaks(Payload payload) {
    Payload bars = payload.object("timeframes");
    return Stream.of("3m", "5m", "15m", "1h").anyMatch(bar -> bars.first(bar).isPresent())
        || new Fields(payload)
            .text("meta.indicator_name")
            .filter(indicator -> indicator.contains("Trend Dots"))
            .isPresent();
  }

  @Override
  public List<String> barFields() {
    return List.of("trigger_timeframe");
  }

  @Override
  public List<String> timeFields() {
    return List.of("timestamp", "meta.bar_time");
  }

  @Override
  public List<String> priceFields() {
    return List.of("price", "current_price");
  }

  @Override
  public Parsed read(Payload payload, Terms terms, Instant now) {
    Fields fields = new Fields(payload);
    String event = fields.text("event").orElse("");
    if (event.equals("bar_update")) {
      return Parsed.ping();
    }
    boolean test = fields.isTrue("test");
    Optional<Symbol> symbol = fields.symbol("ticker").or(() -> fields.symbol("symbol"));
    Optional<BigDecimal> price = fields.positive("price", "current_price");
    String bias = fields.word("bias");
    List<String> errors = new ArrayList<>();
    if (!event.equals("trend_change")) {
      errors.add("EVENT");
    }
    if (symbol.isEmpty()) {
      errors.add("SYMBOL");
    }
    if (price.isEmpty()) {
      errors.add("PRICE");
    }
    if (!bias.equals("BULLISH") && !bias.equals("BEARISH")) {
      errors.add("BIAS");
    }
    if (!fields.hasObject("timeframes")) {
      errors.add("OBJECT_MISSING:timeframes");
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
            bias.equals("BULLISH") ? Direction.CALL : Direction.PUT,
            terms.scale().contracts(fields.number("alignment_score").orElse(BigDecimal.ZERO)),
            "MTF_ALIGNMENT",
            Order.MARKET,
            metadata(fields)));
  }

  private static Payload metadata(Fields fields) {
    Map<String, Object> picked =
        fields.pick(
            "bias",
            "event",
            "alignment_score",
            "bullish_count",
            "bearish_count",
            "trigger_timeframes:trigger_timeframe");
    List<String> changed = new ArrayList<>();
    int bullish = 0;
    int bearish = 0;
    for (Map.Entry<String, Object> bar :
        fields.payload().object("timeframes").fields().entrySet()) {
      Fields dot = new Fields(bar.getValue() instanceof Payload dots ? dots : Payload.EMPTY);
      if (dot.isTrue("chg")) {
        changed.add(bar.getKey());
        bullish += dot.word("dir").equals("BULLISH") ? 1 : 0;
        bearish += dot.word("dir").equals("BEARISH") ? 1 : 0;
      }
    }
    picked.put("changed_timeframes", List.copyOf(changed));
    picked.put("bullish_changes", BigDecimal.valueOf(bullish));
    picked.put("bearish_changes", BigDecimal.valueOf(bearish));
    picked.putAll(
        fields.pick(
            "timeframes", "meta_version:meta.version", "bar_time:meta.bar_time", "exchange"));
    return Payload.of(picked);
  }
}
