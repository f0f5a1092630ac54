package io.strikewire.dialect;

import io.strikewire.payload.Payload;
import io.strikewire.signal.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What senders call buying, selling, calls, puts and closing. Whole words only: {@code recall} is
 * not a call.
 */
public final class TradeWords {

  /** Fields that can say what is to be done, in the order in which they are looked at. */
  public static final List<String> SIDE =
      List.of(
          "direction",
          "action",
          "side",
          "signal",
          "type",
          "option_type",
          "optionType",
          "right",
          "order_action",
          "strategy.order.action",
          "market_position",
          "strategy.market_position",
          "bias");

  private static final String[] OPTION_TYPE = {"type", "option_type", "optionType", "right"};
  private static final String[] POSITION = {"market_position", "strategy.market_position"};
  private static final String[] ACTION = {
    "action", "side", "signal", "direction", "order_action", "strategy.order.action"
  };
  private static final Set<String> CLOSING = Set.of("CLOSE", "EXIT", "FLATTEN", "FLAT");
  private static final Set<String> CALLS = Set.of("CALL", "CALLS", "C");
  private static final Set<String> PUTS = Set.of("PUT", "PUTS", "P");
  private static final Set<String> BUYS = Set.of("BUY", "LONG", "B", "BULLISH");
  private static final Set<String> SELLS = Set.of("SELL", "SHORT", "S", "BEARISH");

  private TradeWords() {}

  /** Whether an alert asks to close what is open. */
  public static boolean closes(Payload alert) {
    for (String field : ACTION) {
      if (word(alert, field).filter(CLOSING::contains).isPresent()) {
        return true;
      }
    }
    return word(alert, POSITION).filter("FLAT"::equals).isPresent();
  }

  /** The option's type where an alert names one: it decides, an action only says open or close. */
  public static Optional<Direction> optionType(Payload alert) {
    for (String field : OPTION_TYPE) {
      Optional<Direction> named =
          word(alert, field).flatMap(text -> oneOf(tokens(text), CALLS, PUTS));
      if (named.isPresent()) {
        return named;
      }
    }
    return Optional.empty();
  }

  /** The side that a text names; a call or a put counts more than buying or selling. */
  public static Optional<Direction> side(String text) {
    List<String> tokens = tokens(text);
    return oneOf(tokens, CALLS, PUTS).or(() -> oneOf(tokens, BUYS, SELLS));
  }

  private static Optional<Direction> oneOf(
      List<String> tokens, Set<String> calls, Set<String> puts) {
    boolean call = tokens.stream().anyMatch(calls::contains);
    boolean put = tokens.stream().anyMatch(puts::contains);
    if (call == put) {
      return Optional.empty();
    }
    return Optional.of(call ? Direction.CALL : Direction.PUT);
  }

  private static List<String> tokens(String text) {
    return Arrays.asList(text.strip().toUpperCase(Locale.ROOT).split("[^A-Z]+"));
  }

  private static Optional<String> word(Payload alert, String... names) {
    return alert
        .first(names)
        .filter(String.class::isInstance)
        .map(text -> ((String) text).strip().toUpperCase(Locale.ROOT));
  }
}
