package io.strikewire.intake;

import io.strikewire.option.OptionContract;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.payload.PayloadReader;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Intent;
import io.strikewire.signal.RawSignal;
import io.strikewire.signal.Signal;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The deployment guide's generic form and plain TradingView alerts: the same fields under any of
 * their usual names, at the top or inside {@code metadata}.
 */
public final class AlertDialect {

  private static final Set<String> CLOSING = Set.of("CLOSE", "EXIT", "FLATTEN", "FLAT");
  private static final Set<String> CALLS =
      Set.of("CALL", "CALLS", "C", "LONG", "BUY", "B", "BULLISH");
  private static final Set<String> PUTS =
      Set.of("PUT", "PUTS", "P", "SHORT", "SELL", "S", "BEARISH");
  private static final String[] OPTION_TYPE = {"option_type", "optionType", "right"};
  private static final String[] SIDE = {"direction", "action", "side", "signal", "type"};
  private static final String[] ACTION = {"action", "side", "signal"};
  static final String[] TIMESTAMP = {"timestamp", "time", "signal_time", "timenow"};

  private AlertDialect() {}

  /** What an alert turned out to say. */
  public sealed interface Reading {
    /** It was understood. */
    record Understood(Signal signal) implements Reading {}

    /** It was not: every mistake. */
    record Mistaken(List<Mistake> mistakes) implements Reading {}
  }

  /** Whether the alert says when it happened. */
  public static boolean hasTimestamp(Payload payload) {
    return payload.first(TIMESTAMP).isPresent();
  }

  /**
   * Reads an alert.
   *
   * @param defaultSource what the alert's source is when it names none
   */
  public static Reading read(RawSignal raw, String defaultSource) {
    Payload flat = raw.payload().withDefaults(raw.payload().object("metadata"));
    PayloadReader reader = new PayloadReader(flat);

    Optional<Symbol> symbol =
        reader.required("a ticker such as SPY", Symbol::parse, "symbol", "ticker", "underlying");
    Optional<OptionContract> named =
        reader.parsed("an OCC option symbol", OptionContract::parse, "occ_symbol", "option_symbol");
    Optional<Intent> intent = intent(flat, reader, named);
    Optional<Timeframe> timeframe =
        reader.required(
            "a bar size such as 5m, 1h or 1d", Timeframe::parse, "timeframe", "tf", "interval");
    Optional<Instant> timestamp = reader.instant(TIMESTAMP);
    Optional<String> source = reader.text("a name", "source");
    Optional<String> strategy =
        reader.text("a name", "strategy", "strategy_name", "alert_id", "alert_name");
    Optional<BigDecimal> premium =
        reader.positive("the option's price in USD per share, above 0", "premium");
    Optional<BigDecimal> price =
        reader.positive("the underlying's price in USD, above 0", "price", "close");
    Optional<OptionContract> contract = named.or(() -> contract(reader, symbol, intent));

    List<Mistake> mistakes = reader.mistakes();
    if (!mistakes.isEmpty()) {
      return new Reading.Mistaken(mistakes);
    }
    return new Reading.Understood(
        new Signal(
            raw.id(),
            raw.portfolio(),
            source.orElse(defaultSource).toUpperCase(Locale.ROOT),
            strategy,
            symbol.orElseThrow(),
            intent.orElseThrow(),
            timeframe.orElseThrow(),
            timestamp.orElse(raw.receivedAt()),
            contract,
            premium,
            price,
            raw.grade(),
            flat.without(List.of("metadata")),
            raw.receivedAt()));
  }

  private static Optional<Intent> intent(
      Payload flat, PayloadReader reader, Optional<OptionContract> named) {
    boolean closes =
        word(flat, ACTION).filter(CLOSING::contains).isPresent()
            || word(flat, "direction").filter(CLOSING::contains).isPresent()
            || word(flat, "market_position").filter("FLAT"::equals).isPresent();
    if (closes) {
      return Optional.of(new Intent.Close(word(flat, "direction").flatMap(AlertDialect::side)));
    }
    // The option's type decides the side; an action only says that something is to be opened.
    Optional<Direction> type =
        flat.first(OPTION_TYPE).isPresent()
            ? reader.parsed("CALL or PUT", AlertDialect::side, OPTION_TYPE)
            : named.map(OptionContract::right);
    if (type.isPresent() || flat.first(OPTION_TYPE).isPresent()) {
      return type.map(Intent.Enter::new);
    }
    return reader
        .required("CALL, PUT, BUY, SELL, LONG or SHORT", AlertDialect::side, SIDE)
        .map(Intent.Enter::new);
  }

  private static Optional<String> word(Payload flat, String... names) {
    return flat.first(names)
        .filter(String.class::isInstance)
        .map(text -> ((String) text).strip().toUpperCase(Locale.ROOT));
  }

  private static Optional<Direction> side(String text) {
    String word = text.strip().toUpperCase(Locale.ROOT);
    if (CALLS.contains(word)) {
      return Optional.of(Direction.CALL);
    }
    return PUTS.contains(word) ? Optional.of(Direction.PUT) : Optional.empty();
  }

  private static Optional<OptionContract> contract(
      PayloadReader reader, Optional<Symbol> symbol, Optional<Intent> intent) {
    Optional<BigDecimal> strike =
        reader.parsed(
            "a strike in USD above 0 and below 100000, in thousandths at the finest",
            Strikes::parse,
            "strike");
    Optional<java.time.LocalDate> expiration =
        reader.parsed(
            "a date: YYYY-MM-DD, M/D/YYYY or YYMMDD",
            Expirations::parse,
            "expiration",
            "expiry",
            "exp");
    Optional<Direction> right = intent.flatMap(Intent::side);
    if (strike.isEmpty() || expiration.isEmpty() || right.isEmpty() || symbol.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new OptionContract(symbol.get(), expiration.get(), right.get(), strike.get()));
  }
}
