package io.strikewire.dialect;

import io.strikewire.dialect.Proposal.Order;
import io.strikewire.payload.Payload;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opening range, stretch, big-body candles and averages that cross. */
final class OrbBhch implements Dialect {

  private static final Set<Object> INDICATORS = Set.of("ORB", "Stretch", "BHCH", "EMA");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal UNKNOWN_STRENGTH = BigDecimal.valueOf(75);
  private static final int LEAST_DAYS = 3;

  @Override
  public String name() {
    return "orb-bhch";
  }

  @Override
  public boolean speaks(Payload payload) {
    Fields fields = new Fields(payload);
    return fields.value("indicator").filter(INDICATORS::contains).isPresent()
        && fields.text("action").isPresent()
        && fields.text("type").isPresent()
        && fields.text("symbol").isPresent()
        && fields.number("price").isPresent();
  }

  @Override
  public List<String> barFields() {
    return List.of("timeframe", "tf", "interval");
  }

  @Override
  public List<String> timeFields() {
    return List.of("timestamp");
  }

  @Override
  public List<String> priceFields() {
    return List.of("price");
  }

  @Override
  public Parsed read(Payload payload, Terms terms, Instant now) {
    Fields fields = new Fields(payload);
    boolean test = fields.isTrue("test");
    String action = fields.word("action");
    if (!Set.of("BUY", "SELL", "SIGNAL").contains(action)) {
      return Parsed.faulty(test, List.of("ACTION"));
    }
    Optional<Symbol> symbol = fields.symbol("symbol");
    if (symbol.isEmpty()) {
      return Parsed.faulty(test, List.of("SYMBOL"));
    }
    Optional<BigDecimal> price = fields.positive("price");
    if (price.isEmpty()) {
      return Parsed.faulty(test, List.of("PRICE"));
    }
    Optional<Direction> side = side(action, fields.text("type").orElse(""));
    if (side.isEmpty()) {
      return Parsed.faulty(test, List.of("SIGNAL_NOT_ACTIONABLE"));
    }
    String indicator = fields.text("indicator").orElseThrow();
    BigDecimal strike = Derived.strike(price.get());
    LocalDate expiration = Derived.weekly(now, LEAST_DAYS, terms.calendar());
    return Parsed.of(
        test,
        new Proposal(
            "orb_bhch_" + indicator.toLowerCase(Locale.ROOT),
            "BUY",
            symbol.get(),
            strike,
            expiration,
            side.get(),
            terms.scale().contracts(strength(indicator, fields, price.get())),
            "SINGLE",
            Order.MARKET,
            metadata(fields, strike, expiration)));
  }

  private static Optional<Direction> side(String action, String type) {
    return switch (action) {
      case "BUY" -> Optional.of(Direction.CALL);
      case "SELL" -> Optional.of(Direction.PUT);
      default ->
          type.contains("Bullish")
              ? Optional.of(Direction.CALL)
              : type.contains("Bearish") ? Optional.of(Direction.PUT) : Optional.empty();
    };
  }

  /** 0 to 100. */
  private static BigDecimal strength(String indicator, Fields fields, BigDecimal price) {
    Optional<BigDecimal> strength =
        switch (indicator) {
          case "BHCH" -> fields.number("bodySize");
          case "EMA" ->
              apart(fields, "ema5", "ema21")
                  .or(() -> apart(fields, "ema21", "ema55"))
                  .map(percent -> percent.multiply(BigDecimal.valueOf(50)).add(new BigDecimal(60)));
          default ->
              fields
                  .positive("level")
                  .map(level -> percent(price, level).multiply(HUNDRED).add(new BigDecimal(50)));
        };
    return strength.orElse(UNKNOWN_STRENGTH).min(HUNDRED);
  }

  private static Optional<BigDecimal> apart(Fields fields, String fast, String slow) {
    return fields
        .positive(fast)
        .flatMap(one -> fields.positive(slow).map(other -> percent(one, other)));
  }

  private static BigDecimal percent(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs().multiply(HUNDRED).divide(other, MathContext.DECIMAL64);
  }

  private static Payload metadata(Fields fields, BigDecimal strike, LocalDate expiration) {
    Map<String, Object> picked =
        fields.pick(
            "indicator",
            "signal_type:type",
            "original_action:action",
            "price",
            "level",
            "body_size:bodySize");
    Map<String, Object> averages = new LinkedHashMap<>();
    fields
        .payload()
        .fields()
        .forEach(
            (name, value) -> {
              if (name.matches("ema\\d{1,3}")) {
                averages.put(name, value);
              }
            });
    picked.put("ema_values", Payload.of(averages));
    picked.put("derived_strike", strike);
    picked.put("derived_expiration", expiration.toString());
    picked.putAll(fields.pick("timestamp"));
    return Payload.of(picked);
  }
}
