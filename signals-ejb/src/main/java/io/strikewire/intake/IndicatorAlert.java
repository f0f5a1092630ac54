package io.strikewire.intake;

import io.strikewire.decision.Rejection;
import io.strikewire.dialect.Dialect;
import io.strikewire.dialect.Parsed;
import io.strikewire.dialect.Proposal;
import io.strikewire.dialect.Strikes;
import io.strikewire.dialect.Terms;
import io.strikewire.option.OptionContract;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.payload.PayloadReader;
import io.strikewire.signal.Intent;
import io.strikewire.signal.RawSignal;
import io.strikewire.signal.Signal;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Alerts of indicators that have marks of their own. */
final class IndicatorAlert {

  private static final Timeframe USUAL_BAR = Timeframe.parse("5m").orElseThrow();
  private static final Symbol NOBODY = new Symbol("TEST");
  private static final Set<String> NOT_TRADED =
      Set.of("PHASE_NOT_ACTIONABLE", "SIGNAL_NOT_ACTIONABLE");

  private IndicatorAlert() {}

  static boolean hasTimestamp(Payload payload) {
    return Dialect.first(payload, Dialect.of(payload).timeFields()).isPresent();
  }

  static AlertDialect.Reading read(RawSignal raw, Terms terms) {
    Payload payload = raw.payload();
    Dialect dialect = Dialect.of(payload);
    Parsed parsed = dialect.read(payload, terms, raw.receivedAt());
    Optional<Intent.Nothing> nothing = nothing(parsed);
    if (nothing.isEmpty() && parsed.proposal().isEmpty()) {
      List<Mistake> mistakes = new ArrayList<>();
      parsed.errors().forEach(code -> mistakes.add(mistake(dialect, payload, code)));
      return new AlertDialect.Reading.Mistaken(mistakes);
    }
    PayloadReader reader =
        new PayloadReader(
            Payload.of(
                Map.of(
                    "time", Dialect.first(payload, dialect.timeFields()).orElse("none"),
                    "bar", Dialect.first(payload, dialect.barFields()).orElse("none"),
                    "price", Dialect.first(payload, dialect.priceFields()).orElse("none"))));
    Optional<Instant> firedAt = hasTimestamp(payload) ? reader.instant("time") : Optional.empty();
    Optional<Timeframe> bar =
        Dialect.first(payload, dialect.barFields()).isPresent()
            ? reader.parsed("a bar size such as 5m, 1h or 1d", Timeframe::parse, "bar")
            : Optional.of(USUAL_BAR);
    Optional<BigDecimal> price =
        Dialect.first(payload, dialect.priceFields()).isPresent()
            ? reader.positive("the underlying's price in USD", "price")
            : Optional.empty();
    if (!reader.mistakes().isEmpty()) {
      return new AlertDialect.Reading.Mistaken(reader.mistakes());
    }
    Optional<Proposal> proposal = parsed.proposal().filter(asked -> nothing.isEmpty());
    Optional<Mistake> unlisted = proposal.flatMap(asked -> unlisted(dialect, asked));
    if (unlisted.isPresent()) {
      return new AlertDialect.Reading.Mistaken(List.of(unlisted.get()));
    }
    Map<String, Object> metadata =
        new LinkedHashMap<>(proposal.map(Proposal::metadata).orElse(payload).fields());
    metadata.put("indicator_source", dialect.name());
    return new AlertDialect.Reading.Understood(
        signal(
            raw,
            proposal,
            nothing.<Intent>map(intent -> intent).orElseGet(() -> enter(proposal)),
            dialect.name(),
            firedAt,
            bar.orElseThrow(),
            price,
            Payload.of(metadata)));
  }

  /** No option has such a strike. */
  private static Optional<Mistake> unlisted(Dialect dialect, Proposal asked) {
    String strike = asked.strike().toPlainString();
    return Strikes.parse(strike).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Mistake(
                String.join(" or ", dialect.priceFields()),
                "a price whose nearest strike is " + strike,
                "a price in USD above 0 and below 99995"));
  }

  /** What is well-formed and asks for no trade. */
  private static Optional<Intent.Nothing> nothing(Parsed parsed) {
    if (parsed.test()) {
      return Optional.of(
          new Intent.Nothing(Rejection.TEST_SIGNAL, "a test or a heartbeat asks for no trade"));
    }
    return parsed.errors().size() == 1 && NOT_TRADED.contains(parsed.errors().get(0))
        ? Optional.of(
            new Intent.Nothing(
                Rejection.NOT_ACTIONABLE, "a state of the market that is not traded"))
        : Optional.empty();
  }

  private static Intent enter(Optional<Proposal> proposal) {
    return new Intent.Enter(proposal.orElseThrow().right());
  }

  /** Whom an alert without a trade is about, as far as it says. */
  private static Symbol about(Payload payload) {
    return Stream.of("ticker", "symbol", "instrument.symbol", "instrument.ticker", "market.symbol")
        .map(field -> Dialect.first(payload, List.of(field)))
        .flatMap(Optional::stream)
        .map(value -> Symbol.parse(value.toString()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(NOBODY);
  }

  private static Signal signal(
      RawSignal raw,
      Optional<Proposal> proposal,
      Intent intent,
      String dialect,
      Optional<Instant> firedAt,
      Timeframe bar,
      Optional<BigDecimal> price,
      Payload metadata) {
    return new Signal(
        raw.id(),
        raw.portfolio(),
        proposal.map(Proposal::source).orElse(dialect).toUpperCase(Locale.ROOT),
        proposal.map(Proposal::strategy),
        proposal.map(Proposal::underlying).orElseGet(() -> about(raw.payload())),
        intent,
        bar,
        firedAt.orElse(raw.receivedAt()),
        proposal.map(
            asked ->
                new OptionContract(
                    asked.underlying(), asked.expiration(), asked.right(), asked.strike())),
        Optional.empty(),
        price,
        raw.grade(),
        metadata,
        raw.receivedAt());
  }

  private static Mistake mistake(Dialect dialect, Payload payload, String code) {
    String where = "of a " + dialect.name() + " alert";
    return switch (code) {
      case "SYMBOL" -> new Mistake("symbol", "no ticker " + where, "a ticker such as SPY");
      case "PRICE" ->
          new Mistake(
              String.join(" or ", dialect.priceFields()),
              Dialect.first(payload, dialect.priceFields()).map(Object::toString).orElse("nothing"),
              "the underlying's price in USD, above 0");
      case "TREND" -> new Mistake("trend", "no side " + where, "BULLISH or BEARISH");
      case "BIAS" -> new Mistake("bias", "no side " + where, "BULLISH or BEARISH");
      case "SIDE" -> new Mistake("signal.side", "no side " + where, "LONG or SHORT");
      case "ACTION" -> new Mistake("action", "no action " + where, "BUY, SELL or SIGNAL");
      default ->
          new Mistake(
              code.toLowerCase(Locale.ROOT), "nothing usable", "the field " + code + ' ' + where);
    };
  }
}
