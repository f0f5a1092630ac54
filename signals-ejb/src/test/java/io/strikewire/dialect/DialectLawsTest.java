package io.strikewire.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.asked.AskedLines;
import io.strikewire.calendar.NyseCalendar;
import io.strikewire.dialect.Terms.ScoreScale;
import io.strikewire.intake.AlertDialect;
import io.strikewire.intake.AlertDialect.Reading;
import io.strikewire.payload.Payload;
import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Intent;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.RawSignal;
import io.strikewire.signal.Signal;
import io.strikewire.signal.SignalId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every payload, whoever sends it. */
class DialectLawsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final Terms TERMS = new Terms(new NyseCalendar(), ScoreScale.USUAL);
  private static final AskedLines LINES = new AskedLines();

  /** Objects of the senders' own field names, with values of right and wrong kinds. */
  @Provide
  Arbitrary<Payload> payloads() {
    return objects(objects(objects(leaves())));
  }

  private static Arbitrary<Payload> objects(Arbitrary<? extends Object> values) {
    Arbitrary<String> names =
        Arbitraries.of(
            "trend",
            "score",
            "ticker",
            "symbol",
            "price",
            "current_price",
            "entry",
            "instrument",
            "meta",
            "engine",
            "event",
            "phase_name",
            "regime_context",
            "execution_guidance",
            "bias",
            "timeframes",
            "5m",
            "1h",
            "chg",
            "dir",
            "journal",
            "signal",
            "side",
            "pattern",
            "confidence",
            "market",
            "trade_plan",
            "stop",
            "indicator",
            "action",
            "type",
            "level",
            "strike",
            "expiration",
            "quantity",
            "timeframe",
            "timestamp",
            "test",
            "direction",
            "option_type",
            "metadata",
            "premium",
            "source",
            "occ_symbol",
            "alignment_score");
    return Combinators.combine(names, values)
        .as(Map::entry)
        .list()
        .ofMaxSize(9)
        .map(
            entries -> {
              Map<String, Object> fields = new LinkedHashMap<>();
              entries.forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
              return Payload.of(fields);
            });
  }

  private static Arbitrary<Object> leaves() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "BULLISH",
            "BEARISH",
            "SATY_PO",
            "STRAT_V6_FULL",
            "MARKUP",
            "LONG",
            "SHORT",
            "ORB",
            "EMA",
            "BUY",
            "SELL",
            "CLOSE",
            "CALL",
            "PUT",
            "SPY",
            "5m",
            "60",
            "trend_change",
            "2-1-2 Reversal",
            "2026-12-18",
            "2026-11-23T15:00:00Z",
            "SPY261218C00500000",
            "",
            " ",
            "{{close}}",
            "recall"),
        Arbitraries.strings().ofMaxLength(8),
        Arbitraries.bigDecimals().between(new BigDecimal("-1e9"), new BigDecimal("1e9")).ofScale(3),
        Arbitraries.of(true, false),
        Arbitraries.just(List.of("MTF_ALIGN", "VWAP")),
        Arbitraries.just(Payload.EMPTY));
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void every_payload_has_exactly_one_dialect_which_reads_it_without_throwing(
      @ForAll("payloads") Payload payload) {
    Dialect dialect = Dialect.of(payload);
    Parsed parsed = dialect.read(payload, TERMS, NOW);
    if (parsed.proposal().isPresent()) {
      assertThat(parsed.errors()).isEmpty();
      assertThat(parsed.proposal().get().quantity()).isPositive();
      assertThat(parsed.proposal().get().strike()).isPositive();
    } else {
      assertThat(parsed.test() || !parsed.errors().isEmpty()).isTrue();
    }
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void every_payload_is_understood_or_its_mistakes_are_named(@ForAll("payloads") Payload payload) {
    Reading reading = read(payload);
    if (reading instanceof Reading.Mistaken mistaken) {
      assertThat(mistaken.mistakes()).isNotEmpty();
    } else {
      assertThat(((Reading.Understood) reading).signal().symbol()).isNotNull();
    }
  }

  @Property(tries = 1000)
  void what_was_normalized_once_is_normalized_to_itself(
      @ForAll("words") Map<String, Object> words) {
    Reading first = read(Payload.of(words));
    if (!(first instanceof Reading.Understood understood)) {
      return;
    }
    Signal signal = understood.signal();
    if (!(signal.intent() instanceof Intent.Enter enter)) {
      return;
    }
    Map<String, Object> canonical = new LinkedHashMap<>(signal.metadata().fields());
    canonical.put("source", signal.source());
    canonical.put("symbol", signal.symbol().ticker());
    canonical.put("direction", enter.direction().name());
    canonical.put("timeframe", signal.timeframe().toString());
    canonical.put("timestamp", signal.timestamp().toString());
    assertThat(read(Payload.of(canonical))).isEqualTo(first);
  }

  @Provide
  Arbitrary<Map<String, Object>> words() {
    return Combinators.combine(
            Arbitraries.of("symbol", "ticker", "underlying"),
            Arbitraries.of("spy", "NASDAQ:AAPL", "BRK.B", "SPX_DL", "ES1!", " qqq "),
            Arbitraries.of("direction", "action", "side", "signal", "type", "optionType"),
            Arbitraries.of("CALL", "put", "Buy", "SELL", "LONG_PUT", "c"),
            Arbitraries.of("5", "60", "1h", "D", "M", "4hour", "15 min", "weekly"),
            Arbitraries.of("2026-11-23T10:00:00-05:00", "1795446000", "2026-11-23"),
            Arbitraries.of("tradingview", "GEX", "mine"))
        .as(
            (symbolName, symbol, sideName, side, bar, time, source) ->
                new LinkedHashMap<>(
                    Map.of(
                        symbolName,
                        symbol,
                        sideName,
                        side,
                        "tf",
                        bar,
                        "time",
                        time,
                        "source",
                        source,
                        "score",
                        BigDecimal.TEN)));
  }

  @Property(tries = 1000)
  void any_line_is_answered_with_an_object(@ForAll String line) {
    assertThat(LINES.answer(line)).startsWith("{\"id\":").endsWith("}");
  }

  private static Reading read(Payload payload) {
    return AlertDialect.read(
        new RawSignal(new SignalId(new UUID(0, 1)), Portfolio.MAIN, AuthGrade.HMAC, payload, NOW),
        Optional.empty(),
        TERMS.calendar());
  }
}
