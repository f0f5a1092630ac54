package io.strikewire.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.confluence.ConfluenceSettings;
import io.strikewire.confluence.Ratio;
import io.strikewire.decide.DecisionSettings.ConfidenceSettings;
import io.strikewire.decide.DecisionSettings.RiskSettings;
import io.strikewire.decide.DecisionSettings.SizeSettings;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.event.SignalEvent.Entered;
import io.strikewire.event.SignalEvent.Entry;
import io.strikewire.event.SignalEvent.Rejected;
import io.strikewire.event.SignalEvent.Surroundings;
import io.strikewire.gex.GexReading;
import io.strikewire.market.MarketContext;
import io.strikewire.market.MarketDataMode;
import io.strikewire.market.Snapshot;
import io.strikewire.market.Trend;
import io.strikewire.market.VolatilityRegime;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.payload.Payload;
import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Intent;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.Signal;
import io.strikewire.signal.SignalId;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EntryPolicyTest {

  private static final Decision.Versions VERSIONS = new Decision.Versions("1", "test");
  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final DecisionSettings SETTINGS = settings(4, "50000");
  private static final OptionPrice PREMIUM = new OptionPrice.Stated(new BigDecimal("4.20"));
  private static final Snapshot<GexReading> NO_GEX = new Snapshot.Missing<>("none");

  @Test
  void a_call_in_a_calm_rising_market_is_entered_with_its_sum_of_adjustments() {
    Decision decision = entered(decide(market(14.8, Trend.BULLISH, 1), NO_GEX, PREMIUM, "0"));
    assertThat(decision.confidence()).isEqualTo(50 + 5 + 10 + 5);
    // 4 × (1 + 0.70 × 0.25) × (0.8 + 0.4 × 0.5) = 4.7
    assertThat(decision.positionSize()).isEqualTo(4);
    assertThat((BigDecimal) decision.calculations().get("exactSize")).isEqualByComparingTo("4.7");
  }

  @Test
  void without_market_context_nothing_is_entered() {
    assertThat(refusal(decide(new Snapshot.Missing<>("none"), NO_GEX, PREMIUM, "0")))
        .isEqualTo(Rejection.MARKET_DATA_UNAVAILABLE);
  }

  @Test
  void the_vix_limit_itself_is_allowed_and_above_it_nothing_is() {
    assertThat(decide(market(50, Trend.BULLISH, 1), NO_GEX, PREMIUM, "0"))
        .isInstanceOf(Entered.class);
    assertThat(refusal(decide(market(60, Trend.BULLISH, 1), NO_GEX, PREMIUM, "0")))
        .isEqualTo(Rejection.VIX_TOO_HIGH);
  }

  @Test
  void gamma_exposure_helps_the_side_it_favours_and_hurts_the_other() {
    Snapshot<MarketContext> flat = market(20, Trend.NEUTRAL, 0);
    double with = confidence(decide(flat, gex(Direction.CALL, 0.4), PREMIUM, "0"));
    double against = confidence(decide(flat, gex(Direction.PUT, 0.4), PREMIUM, "0"));
    assertThat(with).isEqualTo(56);
    assertThat(against).isEqualTo(44);
  }

  @Test
  void stale_context_may_warn_but_not_encourage() {
    MarketContext context = market(14.8, Trend.BULLISH, 1).reading().orElseThrow();
    Snapshot<MarketContext> stale = new Snapshot.Stale<>(context, Duration.ofMinutes(8));
    assertThat(confidence(decide(stale, NO_GEX, PREMIUM, "0"))).isEqualTo(50);
  }

  @Test
  void an_unknown_premium_is_refused_and_the_numbers_until_then_are_reported() {
    Entry entry =
        decide(market(20, Trend.NEUTRAL, 0), NO_GEX, new OptionPrice.Unknown("no chain"), "0");
    assertThat(refusal(entry)).isEqualTo(Rejection.PREMIUM_UNKNOWN);
    assertThat(((Rejected) entry).decision().calculations()).containsEntry("finalConfidence", 50.0);
  }

  @Test
  void exposure_at_the_limit_is_allowed_and_a_cent_more_is_not() {
    // 4 contracts × 100 × 4.20 = 1,680 USD
    Snapshot<MarketContext> flat = market(20, Trend.NEUTRAL, 0);
    assertThat(decide(flat, NO_GEX, PREMIUM, "48320.00")).isInstanceOf(Entered.class);
    assertThat(refusal(decide(flat, NO_GEX, PREMIUM, "48320.01")))
        .isEqualTo(Rejection.MAX_EXPOSURE);
  }

  @Property(tries = 1000)
  void confidence_stays_within_its_bounds_and_a_friendlier_bias_never_lowers_it(
      @ForAll @DoubleRange(min = 1, max = 49) double vix,
      @ForAll Trend trend,
      @ForAll @DoubleRange(min = -1, max = 1) double one,
      @ForAll @DoubleRange(min = -1, max = 1) double other) {
    double lower =
        confidence(decide(market(vix, trend, Math.min(one, other)), NO_GEX, PREMIUM, "0"));
    double upper =
        confidence(decide(market(vix, trend, Math.max(one, other)), NO_GEX, PREMIUM, "0"));
    assertThat(lower).isBetween(0.0, upper);
    assertThat(upper).isLessThanOrEqualTo(100);
  }

  @Property(tries = 1000)
  void size_is_the_exact_product_rounded_down_once_within_its_limits(
      @ForAll @IntRange(min = 1, max = 40) int base,
      @ForAll @DoubleRange(min = 0, max = 100) double confidence,
      @ForAll VolatilityRegime regime) {
    SizeSettings settings = new SizeSettings(base, 0.25, 1, 10, 10);
    BigDecimal points = BigDecimal.valueOf(confidence);
    Sizing sizing = Sizing.of(confidence, () -> points, regime, Ratio.HALF, 1, 1, settings);
    int expected =
        Sizing.Exact.of(points, regime, Ratio.HALF, 1, 1, settings)
            .value()
            .setScale(0, RoundingMode.FLOOR)
            .intValueExact();
    assertThat(sizing.contracts()).isEqualTo(Math.min(expected, 10));
  }

  @Test
  void an_override_of_the_exposure_is_the_limit_while_it_is_in_force() {
    for (String limit : List.of("1000000", "0")) {
      Surroundings around =
          new Surroundings(
              market(20, Trend.NEUTRAL, 0),
              NO_GEX,
              PREMIUM,
              SETTINGS.risk().maxExposure(),
              List.of(),
              new MarketDataMode.Degraded(NOW, "test"),
              Optional.of(new BigDecimal(limit)));
      Entry entry = new EntryPolicy(SETTINGS).decide(signal(), around, VERSIONS, NOW);
      assertThat(entry instanceof Entered)
          .as("with a limit of " + limit)
          .isEqualTo(!limit.equals("0"));
      Decision decision =
          entry instanceof Entered entered ? entered.decision() : ((Rejected) entry).decision();
      assertThat(decision.calculations()).containsEntry("marketDataMode", "DEGRADED");
    }
  }

  private static Entry decide(
      Snapshot<MarketContext> context,
      Snapshot<GexReading> gex,
      OptionPrice price,
      String openExposure) {
    return new EntryPolicy(SETTINGS)
        .decide(
            signal(),
            new Surroundings(context, gex, price, new BigDecimal(openExposure), List.of()),
            VERSIONS,
            NOW);
  }

  private static Signal signal() {
    return new Signal(
        new SignalId(new UUID(0, 1)),
        Portfolio.MAIN,
        "TRADINGVIEW",
        Optional.empty(),
        new Symbol("SPY"),
        new Intent.Enter(Direction.CALL),
        new Timeframe(Duration.ofMinutes(5)),
        NOW,
        OptionContract.parse("SPY261218C00500000"),
        Optional.empty(),
        Optional.empty(),
        AuthGrade.HMAC,
        Payload.of(Map.of()),
        NOW);
  }

  private static Snapshot<MarketContext> market(double vix, Trend trend, double bias) {
    return new Snapshot.Fresh<>(
        new MarketContext(
            new UUID(0, 2),
            new Symbol("SPY"),
            Optional.empty(),
            new Timeframe(Duration.ofMinutes(5)),
            vix,
            VolatilityRegime.NORMAL,
            trend,
            bias,
            NOW),
        Duration.ZERO);
  }

  private static Snapshot<GexReading> gex(Direction direction, double strength) {
    return new Snapshot.Fresh<>(
        new GexReading(new Symbol("SPY"), Optional.of(direction), strength, NOW), Duration.ZERO);
  }

  private static DecisionSettings settings(int base, String exposure) {
    return new DecisionSettings(
        new ConfidenceSettings(50, 40, 20, 15, 15, 0.5),
        new SizeSettings(base, 0.25, 1, 10, 10),
        new RiskSettings(50, 0.5, new BigDecimal(exposure)),
        ConfluenceSettings.of(Map.of(), BigDecimal.ONE, Optional.empty()),
        Duration.ofSeconds(60),
        Duration.ofSeconds(2),
        Map.of());
  }

  private static Decision entered(Entry entry) {
    return ((Entered) entry).decision();
  }

  private static double confidence(Entry entry) {
    return entry instanceof Entered entered
        ? entered.decision().confidence()
        : ((Rejected) entry).decision().confidence();
  }

  private static Rejection refusal(Entry entry) {
    return ((Rejected) entry).decision().rejection().orElseThrow();
  }
}
