package io.strikewire.dialect;

import io.strikewire.dialect.Proposal.Order;
import io.strikewire.market.TradingCalendar;
import io.strikewire.payload.Payload;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A plain order by TradingView's names: what to do, with which option. Fields are looked at twice:
 * first whether they are there and of the right kind, then, when all are, whether they make sense.
 */
final class OrderForm implements Dialect {

  private static final Map<String, String> ACTIONS =
      Map.ofEntries(
          Map.entry("BUY", "BUY"),
          Map.entry("LONG", "BUY"),
          Map.entry("B", "BUY"),
          Map.entry("SELL", "SELL"),
          Map.entry("SHORT", "SELL"),
          Map.entry("S", "SELL"),
          Map.entry("CLOSE", "CLOSE"),
          Map.entry("EXIT", "CLOSE"),
          Map.entry("FLATTEN", "CLOSE"),
          Map.entry("X", "CLOSE"));
  private static final Map<String, String> ORDER_TYPES =
      Map.of(
          "MARKET", "MARKET",
          "MKT", "MARKET",
          "LIMIT", "LIMIT",
          "LMT", "LIMIT",
          "STOP", "STOP",
          "STOP_LIMIT", "STOP_LIMIT");
  private static final Set<String> TIMES_IN_FORCE = Set.of("DAY", "GTC", "IOC", "FOK");
  private static final String[] STRIKE = {"strike", "strike_price", "strikePrice"};
  private static final String[] EXPIRATION = {"expiration", "expiry", "exp"};
  private static final String[] QUANTITY = {"quantity", "qty", "contracts", "size"};
  private static final String[] LIMIT = {"limit_price", "limitPrice"};

  @Override
  public String name() {
    return "tradingview";
  }

  @Override
  public boolean speaks(Payload payload) {
    return true;
  }

  @Override
  public List<String> barFields() {
    return List.of("timeframe", "tf", "interval");
  }

  @Override
  public List<String> timeFields() {
    return List.of("timestamp", "time", "signal_time", "timenow");
  }

  @Override
  public List<String> priceFields() {
    return List.of("price", "close");
  }

  @Override
  public Parsed read(Payload payload, Terms terms, Instant now) {
    Fields fields = new Fields(payload);
    boolean test = fields.isTrue("test");
    String action = ACTIONS.getOrDefault(fields.word("action", "side", "signal"), "");
    Optional<Symbol> symbol = fields.symbol("ticker", "symbol", "underlying");
    Optional<Direction> right = right(fields);
    List<String> errors = new ArrayList<>();
    if (action.isEmpty()) {
      errors.add("ACTION");
    }
    if (symbol.isEmpty()) {
      errors.add("SYMBOL");
    }
    if (leading(first(payload, STRIKE)).filter(n -> n.signum() > 0).isEmpty()) {
      errors.add("STRIKE");
    }
    if (fields.text(EXPIRATION).filter(Expirations::looksLikeOne).isEmpty()) {
      errors.add("EXPIRATION");
    }
    if (right.isEmpty()) {
      errors.add("OPTION_TYPE");
    }
    Optional<Object> quantity = first(payload, QUANTITY);
    if (quantity.isPresent() && leading(quantity).filter(n -> n.signum() > 0).isEmpty()) {
      errors.add("QUANTITY");
    }
    if (!errors.isEmpty()) {
      return Parsed.faulty(test, errors);
    }
    return sensible(fields, action, symbol.orElseThrow(), right.orElseThrow(), test, now);
  }

  private Parsed sensible(
      Fields fields, String action, Symbol symbol, Direction right, boolean test, Instant now) {
    Payload payload = fields.payload();
    List<String> errors = new ArrayList<>();
    Optional<BigDecimal> strike = first(payload, STRIKE).flatMap(Fields::decimal);
    if (strike.isEmpty()) {
      errors.add("STRIKE");
    }
    LocalDate today = now.atZone(TradingCalendar.NEW_YORK).toLocalDate();
    Optional<LocalDate> expiration =
        fields.text(EXPIRATION).flatMap(Expirations::parse).filter(date -> !date.isBefore(today));
    if (expiration.isEmpty()) {
      errors.add("EXPIRATION");
    }
    BigDecimal quantity =
        first(payload, QUANTITY)
            .map(n -> Fields.decimal(n).orElse(BigDecimal.ZERO))
            .orElse(BigDecimal.ONE)
            .stripTrailingZeros();
    if (quantity.scale() > 0 || quantity.signum() <= 0 || quantity.precision() > 6) {
      errors.add("QUANTITY");
    }
    Optional<Object> named = first(payload, LIMIT);
    Optional<BigDecimal> limit = named.flatMap(Fields::decimal);
    if (named.isPresent() && limit.isEmpty()) {
      errors.add("LIMIT_PRICE");
    }
    limit = limit.filter(price -> price.signum() > 0);
    String type = ORDER_TYPES.getOrDefault(word(fields, "MARKET", "order_type", "orderType"), "");
    if (type.isEmpty()) {
      errors.add("ORDER_TYPE");
    } else if (type.contains("LIMIT") && limit.isEmpty()) {
      errors.add("LIMIT_PRICE");
    }
    String timeInForce = word(fields, "DAY", "time_in_force", "timeInForce");
    if (!TIMES_IN_FORCE.contains(timeInForce)) {
      errors.add("TIME_IN_FORCE");
    }
    if (!errors.isEmpty()) {
      return Parsed.faulty(test, errors);
    }
    return Parsed.of(
        test,
        new Proposal(
            fields.text("source").orElse(name()),
            action,
            symbol,
            strike.orElseThrow(),
            expiration.orElseThrow(),
            right,
            quantity.intValueExact(),
            word(fields, "SINGLE", "strategy", "strategy_type"),
            new Order(type, limit, timeInForce),
            Payload.EMPTY));
  }

  private static Optional<Direction> right(Fields fields) {
    return switch (fields.word("type", "option_type", "optionType")) {
      case "CALL", "C", "CALLS" -> Optional.of(Direction.CALL);
      case "PUT", "P", "PUTS" -> Optional.of(Direction.PUT);
      default -> Optional.empty();
    };
  }

  private static String word(Fields fields, String usual, String... names) {
    return fields.text(names).map(text -> text.toUpperCase(Locale.ROOT)).orElse(usual);
  }

  private static Optional<Object> first(Payload payload, String... names) {
    return payload.first(names);
  }

  /** The number that a value begins with: whether there is one at all. */
  private static Optional<BigDecimal> leading(Optional<Object> value) {
    return value
        .map(Object::toString)
        .map(text -> text.strip().replaceFirst("^(-?\\d{1,15}(\\.\\d{1,15})?).*$", "$1"))
        .flatMap(Fields::decimal);
  }
}
