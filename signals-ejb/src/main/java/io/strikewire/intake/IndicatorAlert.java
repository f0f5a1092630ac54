package io.strikewire.intake;

import io.strikewire.dialect.Dialect;
import io.strikewire.dialect.Parsed;
import io.strikewire.dialect.Proposal;
import io.strikewire.dialect.Terms;
import io.strikewire.option.OptionContract;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.payload.PayloadReader;
import io.strikewire.signal.Intent;
import io.strikewire.signal.RawSignal;
import io.strikewire.signal.Signal;
import io.strikewire.signal.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Alerts of indicators that have marks of their own. */
final class IndicatorAlert {

  private static final Timeframe USUAL_BAR = Timeframe.parse("5m").orElseThrow();

  private IndicatorAlert() {}

  static boolean hasTimestamp(Payload payload) {
    return Dialect.first(payload, Dialect.of(payload).timeFields()).isPresent();
  }

  static AlertDialect.Reading read(RawSignal raw, Terms terms) {
    Payload payload = raw.payload();
    Dialect dialect = Dialect.of(payload);
    Parsed parsed = dialect.read(payload, terms, raw.receivedAt());
    if (parsed.test()) {
      return mistaken("body", "a test or a heartbeat", "an alert that asks for a trade");
    }
    if (parsed.proposal().isEmpty()) {
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
    Optional<BigDecimal> price = reader.positive("the underlying's price in USD", "price");
    if (!reader.mistakes().isEmpty()) {
      return new AlertDialect.Reading.Mistaken(reader.mistakes());
    }
    return new AlertDialect.Reading.Understood(
        signal(raw, dialect, parsed.proposal().get(), firedAt, bar.orElseThrow(), price));
  }

  private static Signal signal(
      RawSignal raw,
      Dialect dialect,
      Proposal proposal,
      Optional<Instant> firedAt,
      Timeframe bar,
      Optional<BigDecimal> price) {
    Map<String, Object> metadata = new LinkedHashMap<>(proposal.metadata().fields());
    metadata.put("indicator_source", dialect.name());
    return new Signal(
        raw.id(),
        raw.portfolio(),
        proposal.source().toUpperCase(Locale.ROOT),
        Optional.of(proposal.strategy()),
        proposal.underlying(),
        new Intent.Enter(proposal.right()),
        bar,
        firedAt.orElse(raw.receivedAt()),
        Optional.of(
            new OptionContract(
                proposal.underlying(), proposal.expiration(), proposal.right(), proposal.strike())),
        Optional.empty(),
        price,
        raw.grade(),
        Payload.of(metadata),
        raw.receivedAt());
  }

  private static AlertDialect.Reading mistaken(String field, String received, String accepted) {
    return new AlertDialect.Reading.Mistaken(List.of(new Mistake(field, received, accepted)));
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
      case "PHASE_NOT_ACTIONABLE" ->
          new Mistake(
              "event.phase_name",
              "a phase that is not traded",
              "MARKUP with bias LONG, or MARKDOWN with bias SHORT");
      case "SIGNAL_NOT_ACTIONABLE" ->
          new Mistake("type", "a signal without a side", "a type with Bullish or Bearish in it");
      default ->
          new Mistake(
              code.toLowerCase(Locale.ROOT), "nothing usable", "the field " + code + ' ' + where);
    };
  }
}
