package io.strikewire.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.strikewire.confluence.ConfluenceSettings;
import io.strikewire.confluence.Ratio;
import io.strikewire.decide.DecisionSettings.Cap;
import io.strikewire.decide.DecisionSettings.ConfidenceSettings;
import io.strikewire.decide.DecisionSettings.RiskSettings;
import io.strikewire.decide.DecisionSettings.SizeSettings;
import io.strikewire.decision.Rejection;
import io.strikewire.event.SignalEvent.Surroundings;
import io.strikewire.gex.GexReading;
import io.strikewire.json.JsonText;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a trader reads of a decision. */
class ExplanationTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final Symbol SPY = new Symbol("SPY");
  private static final Timeframe FIVE = Timeframe.parse("5m").orElseThrow();
  private static final DecisionSettings SETTINGS =
      new DecisionSettings(
          new ConfidenceSettings(50, 40, 20, 15, 15, 0.5),
          new SizeSettings(4, 0.25, 1, 10, 10),
          new RiskSettings(50, 0.5, new BigDecimal("5000")),
          ConfluenceSettings.of(
              ConfluenceSettings.DEFAULT_WEIGHTS,
              ConfluenceSettings.DEFAULT_WEIGHT,
              Optional.empty()),
          Duration.ofSeconds(60),
          Duration.ofSeconds(2),
          Map.of(AuthGrade.TOKEN, new Cap(55, 2)));

  private double vix = 20;
  private Trend trend = Trend.BULLISH;
  private double bias;
  private VolatilityRegime regime = VolatilityRegime.NORMAL;
  private Snapshot<GexReading> gex = new Snapshot.Missing<>("none");
  private String premium = "4.20";
  private String exposure = "1000";
  private Payload metadata = Payload.EMPTY;
  private AuthGrade grade = AuthGrade.HMAC;
  private long ageMs = 1_500;
  private boolean named = true;
  private List<Peer> peers = List.of();

  @Test
  void an_entry_tells_every_rule_with_its_facts() {
    metadata =
        Payload.of(
            Map.of(
                "indicator_source", "strat-engine",
                "confidence", new BigDecimal("3"),
                "session", "NY_LUNCH"));
    EntryJudgement made = judged();
    assertThat(made.isEntry()).isTrue();
    assertThat(made.verdicts().stream().map(Object::toString))
        .containsExactly(
            "INDICATOR PASS: adds 0.0 points, size × 0.4, LUNCH_SESSION",
            "MARKET_CONTEXT PASS: fresh: VIX 20.0, trend BULLISH, regime NORMAL, bias 0.0",
            "VIX PASS: VIX 20.0, at most 50.0",
            "CONFIDENCE PASS: 60.0 of 100, at least 40.0",
            "SIZE PASS: 1.84 contracts before rounding down, at least 1.0, at most 10",
            "CONTRACT PASS: strike and expiration are named",
            "PREMIUM PASS: 4.20 USD by PREMIUM",
            "EXPOSURE PASS: 1000 + 420.00 USD, at most 5000",
            "TRIGGER_AGE PASS: fired 1.5 s ago, at most 60 s");
    assertThat(new EntryPolicy(SETTINGS).enters(question())).isTrue();
  }

  @Test
  void an_indicator_without_warnings_and_one_that_refuses_say_so() {
    assertThat(judged().verdicts().get(0))
        .hasToString("INDICATOR PASS: adds 0.0 points, size × 1.0");
    metadata = Payload.of(Map.of("indicator_source", "mtf-trend-dots"));
    EntryJudgement made = judged();
    assertThat(made.verdicts())
        .singleElement()
        .hasToString("INDICATOR FAIL: the alert's own marks: CONFIRMATION_ONLY");
    assertThat(new EntryPolicy(SETTINGS).enters(question())).isFalse();
  }

  @Test
  void a_refusal_is_the_last_verdict_and_what_came_before_passed() {
    vix = 60;
    EntryJudgement made = judged();
    assertThat(made.verdicts()).hasSize(3);
    assertThat(made.verdicts().get(2)).hasToString("VIX FAIL: VIX 60.0, at most 50.0");
    assertThat(made.calculations())
        .containsEntry("vixSizeMultiplier", 0.5)
        .doesNotContainKeys("finalConfidence", "exactSize", "premium");
  }

  @Test
  void unknown_contracts_and_premiums_are_named() {
    named = false;
    assertThat(last()).isEqualTo("CONTRACT FAIL: strike and expiration are not both named");
    assertThat(judged().rejection()).contains(Rejection.CONTRACT_UNKNOWN);
    named = true;
    premium = "";
    assertThat(last()).isEqualTo("PREMIUM FAIL: no chain");
    assertThat(judged().calculations()).doesNotContainKey("premium");
  }

  @Test
  void the_age_limit_holds_to_the_millisecond_for_senders_without_an_indicator() {
    ageMs = 60_000;
    assertThat(judged().isEntry()).isTrue();
    ageMs = 60_001;
    assertThat(judged().rejection()).contains(Rejection.TRIGGER_TOO_OLD);
    ageMs = -2_000;
    assertThat(judged().isEntry()).isTrue();
    ageMs = -2_001;
    assertThat(judged().rejection()).contains(Rejection.IN_THE_FUTURE);
  }

  @Test
  void a_token_alone_is_capped_in_confidence_and_size() {
    grade = AuthGrade.TOKEN;
    EntryJudgement made = judged();
    assertThat(made.confidence()).isEqualTo(55);
    assertThat(made.positionSize()).isEqualTo(2);
  }

  @Test
  void confidence_is_compared_with_its_floor_exactly() {
    trend = Trend.NEUTRAL;
    gex = fresh(Direction.PUT, 2.0 / 3);
    EntryJudgement made = judged();
    assertThat(made.rejection()).isEmpty();
    gex = fresh(Direction.PUT, 0.667);
    assertThat(judged().rejection()).contains(Rejection.CONFIDENCE_TOO_LOW);
    gex = fresh(Direction.PUT, 0.666);
    assertThat(judged().rejection()).isEmpty();
    gex = new Snapshot.Missing<>("none");
    vix = 31;
    assertThat(judged().confidence()).isEqualTo(40);
    assertThat(judged().isEntry()).isTrue();
  }

  @Test
  void the_counterfactual_names_the_nearest_change() {
    vix = 51;
    assertThat(counterfactual()).contains("VIX ≤ 50");
    vix = 20;
    trend = Trend.BEARISH;
    assertThat(judged().rejection()).contains(Rejection.CONFIDENCE_TOO_LOW);
    assertThat(counterfactual()).contains("fresh gamma exposure favouring CALL at 0.7");
    gex = fresh(Direction.PUT, 0.1);
    assertThat(counterfactual()).contains("fresh gamma exposure favouring CALL at 0.7");
    premium = "";
    assertThat(counterfactual()).isEmpty();
    premium = "4.20";
    gex = fresh(Direction.CALL, 0.6);
    assertThat(counterfactual()).contains("fresh gamma exposure favouring CALL at 0.7");
  }

  @Test
  void the_counterfactual_of_money_is_the_price_or_the_exposure_that_just_fits() {
    exposure = "3900";
    assertThat(judged().rejection()).contains(Rejection.MAX_EXPOSURE);
    assertThat(counterfactual()).contains("open exposure ≤ 3320.00 USD");
    exposure = "4000";
    premium = "2.501";
    assertThat(judged().rejection()).contains(Rejection.MAX_EXPOSURE);
    assertThat(counterfactual()).contains("open exposure ≤ 3999.600 USD");
    exposure = "0";
    premium = "12.51";
    assertThat(counterfactual()).contains("premium ≤ 12.50");
    exposure = "1000";
    premium = "10.00";
    assertThat(judged().isEntry()).isTrue();
    assertThat(counterfactual()).contains("open exposure > 1000.00 USD");
  }

  @Test
  void the_counterfactual_of_time_and_of_an_indicator() {
    ageMs = 61_000;
    assertThat(counterfactual()).contains("fired at most 60 s before");
    ageMs = 59_999;
    exposure = "0";
    assertThat(counterfactual()).contains("fired more than 60 s before");
    ageMs = 0;
    metadata =
        Payload.of(Map.of("indicator_source", "ultimate-option", "score", new BigDecimal("3.95")));
    assertThat(counterfactual()).contains("score ≥ 4");
  }

  @Test
  void every_single_change_of_the_market_is_tried() {
    bias = 0.6;
    assertThat(new MarketChanges(question()).all(50))
        .extracting(Counterfactual::text)
        .containsExactly(
            "VIX > 50",
            "VIX > 30",
            "VIX < 15",
            "trend BEARISH",
            "trend NEUTRAL",
            "bias > 0.5",
            "bias ≤ 0.5",
            "bias < -0.5",
            "regime LOW_VOL",
            "regime HIGH_VOL");
    vix = 14;
    bias = -0.6;
    assertThat(new MarketChanges(question()).all(50))
        .extracting(Counterfactual::text)
        .contains("VIX > 50", "VIX ≥ 15", "bias ≥ -0.5");
    assertThat(new MarketChanges(question()).all(50))
        .filteredOn(change -> change.text().startsWith("trend") || change.text().equals("VIX > 30"))
        .extracting(Counterfactual::distance)
        .satisfiesExactly(
            vixes -> assertThat(vixes).isCloseTo(0.2, offset(1e-9)),
            bearish -> assertThat(bearish).isEqualTo(1.0),
            neutral -> assertThat(neutral).isEqualTo(0.5));
  }

  @Test
  void every_other_single_change_is_tried_and_its_distance_is_a_part_of_its_range() {
    gex = fresh(Direction.PUT, 0.5);
    metadata = Payload.of(Map.of("score", BigDecimal.TEN));
    List<Counterfactual> all = new OtherChanges(question()).all(judged(), SETTINGS);
    assertThat(all)
        .extracting(Counterfactual::text)
        .contains(
            "fresh gamma exposure favouring PUT at 1.0",
            "fresh gamma exposure favouring CALL at 1.0",
            "other signals all CALL",
            "other signals all PUT",
            "no other signals",
            "score ≤ 4",
            "score ≥ 40",
            "fired more than 60 s before",
            "premium > 10.00",
            "open exposure > 3320.00 USD");
    assertThat(distance(all, "fresh gamma exposure favouring PUT at 0.5")).isZero();
    assertThat(distance(all, "fresh gamma exposure favouring CALL at 1.0")).isEqualTo(0.75);
    assertThat(distance(all, "score ≤ 4")).isEqualTo(0.6);
    assertThat(distance(all, "open exposure > 3320.00 USD")).isEqualTo(0.464002);
    assertThat(distance(all, "fired more than 60 s before")).isEqualTo(0.01625);
  }

  @Test
  void the_question_is_written_down_as_it_was_asked() {
    gex =
        new Snapshot.Stale<>(
            new GexReading(SPY, Optional.of(Direction.PUT), 0.5, NOW), Duration.ofHours(5));
    peers = List.of(new Peer("p", "GEX", SPY, Direction.CALL, FIVE, NOW));
    assertThat(JsonText.of(DescribedEntry.of(question())))
        .isEqualTo(
            "{\"now\":\"2026-11-23T15:00:00Z\",\"signal\":{\"symbol\":\"SPY\","
                + "\"direction\":\"CALL\",\"timeframe\":\"5m\","
                + "\"timestamp\":\"2026-11-23T14:59:58.500Z\",\"grade\":\"HMAC\","
                + "\"contractNamed\":true,\"metadata\":{}},\"context\":{\"vix\":20.0,"
                + "\"trend\":\"BULLISH\",\"bias\":0.0,\"regime\":\"NORMAL\","
                + "\"timestamp\":\"2026-11-23T15:00:00Z\",\"freshness\":\"FRESH\"},"
                + "\"gex\":{\"strength\":0.5,\"direction\":\"PUT\","
                + "\"timestamp\":\"2026-11-23T15:00:00Z\",\"freshness\":\"STALE\"},"
                + "\"premium\":4.20,\"openExposure\":1000,\"marketDataMode\":\"NORMAL\","
                + "\"otherSignals\":[{\"id\":\"p\","
                + "\"source\":\"GEX\",\"symbol\":\"SPY\",\"direction\":\"CALL\","
                + "\"timeframe\":\"5m\",\"timestamp\":\"2026-11-23T15:00:00Z\"}]}");
  }

  @Test
  void decimals_are_what_was_written() {
    for (String text : new String[] {"0", "12", "-3", "0.1", "0.25", "-0.000001", "1234567.5"}) {
      assertThat(Decimals.of(Double.parseDouble(text))).isEqualByComparingTo(text);
    }
    assertThat(Decimals.of(0.1234567891)).isEqualByComparingTo("0.1234567891");
    assertThat(Decimals.of(3e12)).isEqualByComparingTo("3000000000000");
    assertThat(Decimals.of(0.1 + 0.2)).isEqualByComparingTo("0.30000000000000004");
  }

  @Test
  void a_product_that_just_misses_a_whole_number_is_not_rounded_up() {
    SizeSettings settings = new SizeSettings(25, 0.25, 1, 100, 100);
    assertThat(size("64", settings)).isEqualTo(29);
    assertThat(size("63.9999999999999", settings)).isEqualTo(28);
    assertThat(size("64.0000000000001", settings)).isEqualTo(29);
    SizeSettings least = new SizeSettings(1.16, 1, 1.45, 2, 2);
    assertThat(size("25", least)).isEqualTo(1);
    assertThat(size("24.9999999999999", least)).isEqualTo(0);
    assertThat(size("100", new SizeSettings(10, 1, 1, 7.5, 10))).isEqualTo(7);
    assertThat(size("0", new SizeSettings(10, 1, 8, 7.5, 10))).isEqualTo(0);
  }

  private static Object size(String confidence, SizeSettings settings) {
    return SizeAnswer.of(new BigDecimal(confidence), VolatilityRegime.NORMAL, Ratio.HALF, settings)
        .get("size");
  }

  private static double distance(List<Counterfactual> all, String text) {
    return all.stream()
        .filter(change -> change.text().equals(text))
        .findFirst()
        .orElseThrow()
        .distance();
  }

  private static Snapshot<GexReading> fresh(Direction favoured, double strength) {
    return new Snapshot.Fresh<>(
        new GexReading(SPY, Optional.of(favoured), strength, NOW), Duration.ZERO);
  }

  private String last() {
    List<?> verdicts = judged().verdicts();
    return verdicts.get(verdicts.size() - 1).toString();
  }

  private Optional<String> counterfactual() {
    return Counterfactual.of(question(), SETTINGS).map(Counterfactual::text);
  }

  private EntryJudgement judged() {
    return new EntryPolicy(SETTINGS).judge(question());
  }

  private EntryQuestion question() {
    MarketContext market = EntryQuestions.market(vix, regime, trend, bias);
    OptionPrice price =
        premium.isEmpty()
            ? new OptionPrice.Unknown("no chain")
            : new OptionPrice.Stated(new BigDecimal(premium));
    return new EntryQuestion(
        SPY,
        Direction.CALL,
        FIVE,
        NOW.minusMillis(ageMs),
        metadata,
        grade,
        named,
        new Surroundings(
            new Snapshot.Fresh<>(market, Duration.ZERO),
            gex,
            price,
            new BigDecimal(exposure),
            peers),
        NOW);
  }
}
