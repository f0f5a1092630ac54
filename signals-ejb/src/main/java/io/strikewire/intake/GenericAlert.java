package io.strikewire.intake;

import io.strikewire.decision.Rejection;
import io.strikewire.dialect.Expirations;
import io.strikewire.dialect.Strikes;
import io.strikewire.dialect.TradeWords;
import io.strikewire.intake.AlertDialect.Reading;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The deployment guide's generic form and plain TradingView alerts: the same fields under any of
 * their usual names, at the top or inside {@code metadata}.
 */
public final class GenericAlert {

  /** Names of the underlying. */
  public static final List<String> SYMBOL = List.of("symbol", "ticker", "underlying");

  /** Names of the bar size. */
  public static final List<String> TIMEFRAME = List.of("timeframe", "tf", "interval");

  /** Names of the strategy. */
  static final List<String> STRATEGY =
      List.of("strategy", "strategy_name", "alert_id", "alert_name");

  private static final String TEST = "test";
  private static final String[] TIMESTAMP = {"timestamp", "time", "signal_time", "timenow"};
  private static final List<String> OWN = own();

  /** A TradingView placeholder that nobody filled in. */
  private static final Pattern UNFILLED = Pattern.compile("(?s)\\{\\{.{1,80}\\}\\}");

  private static final String SIDES = "CALL, PUT, BUY, SELL, LONG or SHORT";

  /** Indexes whose options trade under another root. */
  private static final Map<String, String> INDEX_OF_ROOT =
      Map.of("SPXW", "SPX", "NDXP", "NDX", "RUTW", "RUT", "VIXW", "VIX");

  private GenericAlert() {}

  static boolean hasTimestamp(Payload payload) {
    return payload.first(TIMESTAMP).isPresent();
  }

  /**
   * Reads an alert.
   *
   * @param known the source of alerts by this delivery that name none, if that is known
   */
  public static Reading read(RawSignal raw, Optional<String> known) {
    Payload flat = raw.payload().withDefaults(raw.payload().object("metadata"));
    PlainSender sender = PlainSender.of(raw.payload());
    PayloadReader reader = new PayloadReader(flat);
    Optional<OptionContract> named =
        reader
            .parsed("an OCC option symbol", OptionContract::parse, "occ_symbol", "option_symbol")
            .or(() -> occ(flat));
    Optional<Symbol> symbol = symbol(flat, reader, named);
    boolean test = isTest(flat, reader);
    Optional<Intent> intent =
        intent(flat, reader, named, sender.sides()).map(asked -> test ? rehearsed(asked) : asked);
    Optional<Timeframe> timeframe =
        text(flat, reader, "a bar size such as 5m, 1h or 1d", Timeframe::parse, TIMEFRAME);
    Optional<Instant> timestamp = reader.instant(TIMESTAMP);
    Optional<String> source =
        flat.first("source").filter(GenericAlert::isBlank).isPresent()
            ? Optional.empty()
            : reader.text("a name", "source");
    Optional<String> strategy = reader.text("a name", STRATEGY.toArray(String[]::new));
    Optional<BigDecimal> premium =
        reader.positive("the option's price in USD per share, above 0", "premium");
    Optional<BigDecimal> price =
        reader.positive("the underlying's price in USD, above 0", "price", "close");
    Optional<OptionContract> contract = named.or(() -> contract(reader, symbol, intent));
    List<Mistake> mistakes = withPlaceholders(flat, reader.mistakes());
    if (!mistakes.isEmpty()) {
      return new Reading.Mistaken(mistakes);
    }
    return new Reading.Understood(
        new Signal(
            raw.id(),
            raw.portfolio(),
            source.orElseGet(() -> sender.source(known)).toUpperCase(Locale.ROOT),
            strategy,
            symbol.orElseThrow(),
            intent.orElseThrow(),
            timeframe.orElseThrow(),
            timestamp.filter(given -> !test).orElse(raw.receivedAt()),
            contract,
            premium,
            price,
            raw.grade(),
            metadata(flat),
            raw.receivedAt()));
  }

  private static List<String> own() {
    List<String> own = new ArrayList<>(SYMBOL);
    own.addAll(TIMEFRAME);
    own.addAll(List.of(TIMESTAMP));
    TradeWords.SIDE.stream().filter(name -> !name.equals("bias")).forEach(own::add);
    own.add("source");
    own.add("metadata");
    return List.copyOf(own);
  }

  /** What is not one of the alert's own fields. */
  private static Payload metadata(Payload flat) {
    return flat.without(OWN);
  }

  private static Optional<Symbol> symbol(
      Payload flat, PayloadReader reader, Optional<OptionContract> named) {
    boolean given = SYMBOL.stream().anyMatch(name -> flat.first(name).isPresent());
    if (named.isPresent() && (!given || occ(flat).isPresent())) {
      String root = named.get().root().ticker();
      return Optional.of(new Symbol(INDEX_OF_ROOT.getOrDefault(root, root)));
    }
    return text(flat, reader, "a ticker such as SPY", Symbol::parse, SYMBOL);
  }

  /** An option's OCC symbol where the ticker is expected, with or without a feed's prefix. */
  private static Optional<OptionContract> occ(Payload flat) {
    return flat.first(SYMBOL.toArray(String[]::new))
        .filter(String.class::isInstance)
        .map(text -> ((String) text).strip().toUpperCase(Locale.ROOT))
        .map(text -> text.substring(text.lastIndexOf(':') + 1))
        .flatMap(OptionContract::parse);
  }

  private static boolean isTest(Payload flat, PayloadReader reader) {
    Optional<Object> said = flat.first(TEST);
    if (said.isPresent() && !(said.get() instanceof Boolean)) {
      reader.mistake(TEST, said.get(), "true or false");
    }
    return said.filter(Boolean.TRUE::equals).isPresent();
  }

  /** A test must never sell anything either; of an entry the whole way is tried. */
  private static Intent rehearsed(Intent asked) {
    return asked instanceof Intent.Enter enter
        ? new Intent.Rehearse(enter.direction())
        : new Intent.Nothing(Rejection.TEST_SIGNAL, "a test closes nothing");
  }

  private static Optional<Intent> intent(
      Payload flat, PayloadReader reader, Optional<OptionContract> named, List<String> sides) {
    if (TradeWords.closes(flat)) {
      Optional<Direction> only =
          TradeWords.optionType(flat)
              .or(
                  () ->
                      flat.first("direction")
                          .filter(String.class::isInstance)
                          .flatMap(text -> TradeWords.side((String) text)));
      return Optional.of(new Intent.Close(only));
    }
    Optional<Direction> contract = named.map(OptionContract::right);
    Optional<Direction> type = contract.or(() -> TradeWords.optionType(flat));
    if (type.isPresent() && contract.isPresent()) {
      return type.map(Intent.Enter::new);
    }
    Optional<Direction> side =
        text(flat, reader, SIDES, word -> type.or(() -> TradeWords.side(word)), sides);
    return side.map(Intent.Enter::new);
  }

  /** Text under the first of these names that is present; anything else is a mistake. */
  private static <T> Optional<T> text(
      Payload flat,
      PayloadReader reader,
      String accepted,
      Function<String, Optional<T>> parser,
      List<String> names) {
    for (String name : names) {
      Optional<Object> value = flat.first(name);
      if (value.isPresent()) {
        Optional<T> read =
            value.get() instanceof String text && !text.isBlank()
                ? parser.apply(text)
                : Optional.empty();
        if (read.isEmpty()) {
          Object received = isBlank(value.get()) ? "an empty text" : value.get();
          reader.mistake(name, received, accepted);
        }
        return read;
      }
    }
    reader.mistake(names.get(0), "nothing", accepted);
    return Optional.empty();
  }

  private static boolean isBlank(Object value) {
    return value instanceof String text && text.isBlank();
  }

  /** A placeholder that the sender's platform did not fill in is named as what it is. */
  private static List<Mistake> withPlaceholders(Payload flat, List<Mistake> mistakes) {
    List<Mistake> named = new ArrayList<>(mistakes);
    flat.fields()
        .forEach(
            (name, value) -> {
              if (value instanceof String text && UNFILLED.matcher(text).find()) {
                named.removeIf(mistake -> mistake.field().equals(name));
                named.add(
                    new Mistake(
                        name,
                        text,
                        "a value: the placeholder was not filled in; send the alert from a"
                            + " strategy or an alert that knows it"));
              }
            });
    return named;
  }

  private static Optional<OptionContract> contract(
      PayloadReader reader, Optional<Symbol> symbol, Optional<Intent> intent) {
    Optional<BigDecimal> strike =
        reader.parsed(
            "a strike in USD above 0 and below 100000, in thousandths at the finest",
            Strikes::parse,
            "strike");
    Optional<LocalDate> expiration =
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
