package io.strikewire.dialect;

import io.strikewire.dialect.Proposal.Order;
import io.strikewire.payload.Payload;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** STRAT engine: candle patterns with a trade plan. */
final class StratEngine implements Dialect {

  private static final Set<String> SHORT_BARS = Set.of("1", "3", "5", "15");
  private static final int SOON = 2;
  private static final int LATER = 5;
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  /** What the engine means when it leaves these out. */
  private static final Payload NO_CONTEXT =
      Payload.of(
          Map.of(
              "trend_ok", false,
              "vwap_ok", false,
              "vol_ok", false,
              "atr_pct", ZERO,
              "at_hod", false,
              "at_lod", false,
              "near_support", false,
              "near_resistance", false));

  private static final Payload NO_LEVELS =
      Payload.of(
          Map.of(
              "pdh", ZERO,
              "pdl", ZERO,
              "vwap", ZERO,
              "or_high", ZERO,
              "or_low", ZERO,
              "hod", ZERO,
              "lod", ZERO,
              "level_confluence", ZERO,
              "nearest_level", ""));

  private static final Payload USUAL_LIQUIDITY =
      Payload.of(
          Map.of(
              "session", "NY_OPEN",
              "range_position", "MID",
              "vwap_zone", "AT",
              "stop_pool", "NONE",
              "volatility_regime", "NORMAL"));

  @Override
  public String name() {
    return "strat-engine";
  }

  @Override
  public boolean speaks(Payload payload) {
    Fields fields = new Fields(payload);
    String pattern = fields.text("signal.pattern").orElse("");
    return fields.value("journal.engine").filter("STRAT_V6_FULL"::equals).isPresent()
        || (Stream.of("2-1-2", "3-1-2", "2-2", "3-2").anyMatch(pattern::contains)
            && fields.value("signal.side").isPresent()
            && fields.value("trade_plan.entry").isPresent());
  }

  @Override
  public List<String> barFields() {
    return List.of("market.timeframe");
  }

  @Override
  public List<String> timeFields() {
    return List.of("journal.created_at", "timestamp");
  }

  @Override
  public List<String> priceFields() {
    return List.of("market.price", "trade_plan.entry");
  }

  @Override
  public Parsed read(Payload payload, Terms terms, Instant now) {
    Fields fields = new Fields(payload);
    boolean test = fields.isTrue("test");
    List<String> errors = errors(fields);
    if (!errors.isEmpty()) {
      return Parsed.faulty(test, errors);
    }
    Symbol symbol = fields.symbol("market.symbol").orElseThrow();
    BigDecimal entry = fields.number("trade_plan.entry").orElseThrow();
    BigDecimal strike = Derived.strike(entry);
    int leastDays = SHORT_BARS.contains(fields.text("market.timeframe").orElse("")) ? SOON : LATER;
    LocalDate expiration = Derived.weekly(now, leastDays, terms.calendar());
    int contracts = terms.scale().contracts(fields.number("signal.confidence").orElseThrow());
    return Parsed.of(
        test,
        new Proposal(
            "strat_engine_v6",
            "BUY",
            symbol,
            strike,
            expiration,
            fields.word("signal.side").equals("LONG") ? Direction.CALL : Direction.PUT,
            fields.isTrue("signal.is_counter_trend") ? Math.max(1, contracts / 2) : contracts,
            "SINGLE",
            Order.limit(entry),
            metadata(fields, strike, expiration)));
  }

  private static List<String> errors(Fields fields) {
    List<String> errors = new ArrayList<>();
    for (String object : List.of("journal", "signal", "market", "trade_plan")) {
      if (!fields.hasObject(object)) {
        errors.add("OBJECT_MISSING:" + object);
      }
    }
    if (fields.hasObject("signal")) {
      String side = fields.word("signal.side");
      if (!side.equals("LONG") && !side.equals("SHORT")) {
        errors.add("SIDE");
      }
      if (fields.text("signal.pattern").isEmpty()) {
        errors.add("PATTERN");
      }
      if (fields.number("signal.confidence").isEmpty()) {
        errors.add("CONFIDENCE");
      }
    }
    Optional<Symbol> symbol = fields.symbol("market.symbol");
    if (fields.hasObject("market") && symbol.isEmpty()) {
      errors.add("SYMBOL");
    }
    if (fields.hasObject("trade_plan")) {
      if (fields.number("trade_plan.entry").filter(entry -> entry.signum() > 0).isEmpty()) {
        errors.add("ENTRY");
      }
      if (fields.number("trade_plan.stop").isEmpty()) {
        errors.add("STOP");
      }
    }
    return errors;
  }

  private static Payload metadata(Fields fields, BigDecimal strike, LocalDate expiration) {
    Map<String, Object> picked =
        fields.pick(
            "signal_id:journal.signal_id",
            "engine:journal.engine",
            "engine_version:journal.engine_version",
            "signal_side:signal.side",
            "pattern:signal.pattern",
            "confidence:signal.confidence",
            "signal_type:signal.signal_type",
            "is_counter_trend:signal.is_counter_trend",
            "timeframe:market.timeframe",
            "session:market.session",
            "mtf_bias:mtf.bias",
            "mtf_enabled:mtf.mtf_enabled",
            "direction_mode:mtf.direction_mode");
    picked.put("context", fields.value("context").orElse(NO_CONTEXT));
    picked.putAll(
        fields.pick(
            "relative_volume:volume.relative_volume",
            "volume_zone:volume.volume_zone",
            "volume_spike:volume.volume_spike"));
    picked.put("levels", fields.value("levels").orElse(NO_LEVELS));
    picked.put("liquidity", fields.value("liquidity").orElse(USUAL_LIQUIDITY));
    picked.putAll(fields.pick("trade_plan", "confidence_breakdown"));
    picked.put("derived_strike", strike);
    picked.put("derived_expiration", expiration.toString());
    return Payload.of(picked);
  }
}
