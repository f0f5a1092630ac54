package io.strikewire.decide;

import io.strikewire.confluence.ConfluenceSettings;
import io.strikewire.decide.DecisionSettings.Cap;
import io.strikewire.decide.DecisionSettings.ConfidenceSettings;
import io.strikewire.decide.DecisionSettings.RiskSettings;
import io.strikewire.decide.DecisionSettings.SizeSettings;
import io.strikewire.event.SignalEvent.Surroundings;
import io.strikewire.gex.GexReading;
import io.strikewire.market.MarketContext;
import io.strikewire.market.Snapshot;
import io.strikewire.market.Trend;
import io.strikewire.market.VolatilityRegime;
import io.strikewire.option.OptionPrice;
import io.strikewire.payload.Payload;
import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Peer;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any question, any settings: around the limits, where rules turn round, and elsewhere. */
final class EntryQuestions {

  static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final Symbol SPY = new Symbol("SPY");
  private static final Timeframe FIVE_MINUTES = new Timeframe(Duration.ofMinutes(5));

  private EntryQuestions() {}

  static Arbitrary<EntryQuestion> questions() {
    Arbitrary<Surroundings> around =
        Combinators.combine(contexts(), gex(), prices(), exposures(), peers())
            .as(Surroundings::new);
    return Combinators.combine(
            Arbitraries.of(Direction.class),
            metadata(),
            Arbitraries.of(AuthGrade.class),
            Arbitraries.integers().between(-10, 120),
            Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(9, Arbitraries.just(true)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(false))),
            around)
        .as(
            (side, metadata, grade, age, named, surroundings) ->
                new EntryQuestion(
                    SPY,
                    side,
                    FIVE_MINUTES,
                    NOW.minusSeconds(age),
                    metadata,
                    grade,
                    named,
                    surroundings,
                    NOW));
  }

  static Arbitrary<DecisionSettings> settings() {
    Arbitrary<ConfidenceSettings> confidence =
        Combinators.combine(
                Arbitraries.integers().between(0, 100),
                Arbitraries.integers().between(0, 60),
                Arbitraries.integers().between(0, 30),
                Arbitraries.integers().between(0, 20),
                Arbitraries.integers().between(0, 30),
                Arbitraries.of(0.0, 0.25, 0.5, 1.0))
            .as(ConfidenceSettings::new);
    Arbitrary<SizeSettings> size =
        Combinators.combine(
                Arbitraries.integers().between(1, 25),
                Arbitraries.of(0.0, 0.1, 0.25, 0.5, 1.0),
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(1, 30),
                Arbitraries.integers().between(1, 20))
            .as((base, kelly, min, max, limit) -> new SizeSettings(base, kelly, min, max, limit));
    Arbitrary<RiskSettings> risk =
        Combinators.combine(
                Arbitraries.of(20.0, 25.0, 35.0, 50.0),
                Arbitraries.of(0.25, 0.5, 0.75, 1.0),
                Arbitraries.integers().between(0, 100_000))
            .as((vix, factor, usd) -> new RiskSettings(vix, factor, BigDecimal.valueOf(usd)));
    return Combinators.combine(confidence, size, risk)
        .as(
            (points, contracts, limits) ->
                new DecisionSettings(
                    points,
                    contracts,
                    limits,
                    ConfluenceSettings.of(
                        ConfluenceSettings.DEFAULT_WEIGHTS,
                        ConfluenceSettings.DEFAULT_WEIGHT,
                        Optional.empty()),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(2),
                    Map.of(AuthGrade.TOKEN, new Cap(75, 2))));
  }

  static MarketContext market(double vix, VolatilityRegime regime, Trend trend, double bias) {
    return new MarketContext(
        new UUID(0, 0), SPY, Optional.empty(), FIVE_MINUTES, vix, regime, trend, bias, NOW);
  }

  private static Arbitrary<Snapshot<MarketContext>> contexts() {
    Arbitrary<MarketContext> markets =
        Combinators.combine(
                Arbitraries.of(10.0, 14.99, 15.0, 20.0, 30.0, 30.01, 35.0, 50.0, 60.0),
                Arbitraries.of(VolatilityRegime.class),
                Arbitraries.of(Trend.class),
                Arbitraries.of(-1.0, -0.51, -0.5, 0.0, 0.5, 0.51, 1.0))
            .as(EntryQuestions::market);
    return Combinators.combine(markets, Arbitraries.integers().between(0, 19))
        .as(
            (market, draw) ->
                draw == 0
                    ? new Snapshot.Missing<>("none")
                    : draw < 4
                        ? new Snapshot.Stale<>(market, Duration.ofMinutes(8))
                        : new Snapshot.Fresh<>(market, Duration.ZERO));
  }

  private static Arbitrary<Snapshot<GexReading>> gex() {
    return Combinators.combine(
            Arbitraries.of(Direction.class),
            Arbitraries.integers().between(0, 100),
            Arbitraries.integers().between(0, 3))
        .as(
            (favoured, percent, draw) -> {
              GexReading reading = new GexReading(SPY, Optional.of(favoured), percent / 100.0, NOW);
              return switch (draw) {
                case 0 -> new Snapshot.Missing<>("none");
                case 1 -> new Snapshot.Stale<>(reading, Duration.ofHours(5));
                default -> new Snapshot.Fresh<>(reading, Duration.ZERO);
              };
            });
  }

  private static Arbitrary<OptionPrice> prices() {
    return Arbitraries.integers()
        .between(0, 3_000)
        .map(
            cents ->
                cents == 0
                    ? new OptionPrice.Unknown("no chain")
                    : new OptionPrice.Stated(BigDecimal.valueOf(cents, 2)));
  }

  private static Arbitrary<BigDecimal> exposures() {
    return Arbitraries.integers().between(0, 60_000).map(BigDecimal::valueOf);
  }

  private static Arbitrary<List<Peer>> peers() {
    return Arbitraries.integers()
        .between(0, 255)
        .map(
            bits -> {
              List<Peer> peers = new ArrayList<>();
              List<String> sources = List.of("TRADINGVIEW", "GEX", "MTF", "MANUAL");
              for (int i = 0; i < sources.size(); i++) {
                if ((bits >> i & 1) == 1) {
                  Direction side = (bits >> (i + 4) & 1) == 1 ? Direction.CALL : Direction.PUT;
                  peers.add(new Peer("p" + i, sources.get(i), SPY, side, FIVE_MINUTES, NOW));
                }
              }
              return peers;
            });
  }

  private static Arbitrary<Payload> metadata() {
    return Combinators.combine(
            Arbitraries.of(
                "", "ultimate-option", "strat-engine", "mtf-trend-dots", "orb-bhch", "mine"),
            Arbitraries.of("3.9", "4", "5.5", "6", "7", "9"),
            Arbitraries.integers().between(0, 5),
            Arbitraries.of("0", "20", "39", "40", "61", "71", "100"),
            Arbitraries.of("BULLISH", "bearish", "MIXED"),
            Arbitraries.of("ACTIVE", "NY_LUNCH", "OFF"))
        .as(
            (source, score, components, alignment, bias, session) -> {
              Map<String, Object> fields = new LinkedHashMap<>();
              if (!source.isEmpty()) {
                fields.put("indicator_source", source);
              }
              fields.put("score", new BigDecimal(score));
              fields.put("confidence", new BigDecimal(score));
              fields.put(
                  "components",
                  List.of("MTF_ALIGN", "VWAP", "EMA", "RSI", "ORB").subList(0, components));
              fields.put("alignment_score", new BigDecimal(alignment));
              fields.put("bias", bias);
              fields.put("session", session);
              return Payload.of(fields);
            });
  }
}
