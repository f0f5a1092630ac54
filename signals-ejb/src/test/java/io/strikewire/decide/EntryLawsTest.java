package io.strikewire.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.decide.whatif.EntryFamily;
import io.strikewire.decision.Rejection;
import io.strikewire.event.SignalEvent.Surroundings;
import io.strikewire.gex.GexReading;
import io.strikewire.json.JsonText;
import io.strikewire.json.StrictJson;
import io.strikewire.market.MarketContext;
import io.strikewire.market.Snapshot;
import io.strikewire.market.Trend;
import io.strikewire.payload.Payload;
import io.strikewire.signal.Direction;
import io.strikewire.whatif.Facts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every entry, whatever is asked and however it is set. */
class EntryLawsTest {

  @Provide
  Arbitrary<EntryQuestion> questions() {
    return EntryQuestions.questions();
  }

  @Provide
  Arbitrary<DecisionSettings> settings() {
    return EntryQuestions.settings();
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void nothing_throws_and_all_numbers_stay_within_their_bounds(
      @ForAll("questions") EntryQuestion question, @ForAll("settings") DecisionSettings settings) {
    EntryJudgement made = EntryJudgement.of(question, settings);
    assertThat(made.confidence()).isBetween(0.0, 100.0);
    assertThat(made.positionSize()).isBetween(0, settings.size().positionLimit());
    assertThat(made.isEntry()).isEqualTo(made.positionSize() > 0);
    assertThat(made.verdicts()).isNotEmpty();
    assertThat(made.calculations()).containsKey("inputs");
    if (made.reached(EntryRule.CONFIDENCE)) {
      assertThat(Math.abs(made.sum().context()))
          .isLessThanOrEqualTo(settings.confidence().contextRange());
      assertThat(Math.abs(made.sum().positioning()))
          .isLessThanOrEqualTo(settings.confidence().positioningRange());
      assertThat(Math.abs(made.sum().gex()))
          .isLessThanOrEqualTo(settings.confidence().gexRange() + 1e-9);
    }
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void applying_a_counterfactual_turns_the_decision_round(
      @ForAll("questions") EntryQuestion question, @ForAll("settings") DecisionSettings settings) {
    boolean entry = EntryJudgement.of(question, settings).isEntry();
    Counterfactual.of(question, settings)
        .ifPresent(
            found ->
                assertThat(EntryJudgement.of(found.changed(), settings).isEntry())
                    .as(found.text())
                    .isNotEqualTo(entry));
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void a_better_trend_bias_or_gamma_exposure_never_lowers_the_confidence(
      @ForAll("questions") EntryQuestion question,
      @ForAll("settings") DecisionSettings settings,
      @ForAll Trend trend) {
    Optional<MarketContext> market = question.around().context().reading();
    if (market.isEmpty()) {
      return;
    }
    MarketContext now = market.get();
    Trend best = question.side() == Direction.CALL ? Trend.BULLISH : Trend.BEARISH;
    double favouring = question.side() == Direction.CALL ? 1 : -1;
    Surroundings around = question.around();
    MarketContext given = EntryQuestions.market(now.vix(), now.regime(), trend, now.bias());
    MarketContext better = EntryQuestions.market(now.vix(), now.regime(), best, favouring);
    double before = confidence(question, given, around.gex(), settings);
    assertThat(confidence(question, better, around.gex(), settings)).isGreaterThanOrEqualTo(before);
    Snapshot<GexReading> helps =
        new Snapshot.Fresh<>(
            new GexReading(question.symbol(), Optional.of(question.side()), 1, question.now()),
            Duration.ZERO);
    assertThat(confidence(question, given, helps, settings)).isGreaterThanOrEqualTo(before);
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void size_is_the_exact_product_clamped_and_rounded_down_once(
      @ForAll("questions") EntryQuestion question, @ForAll("settings") DecisionSettings settings) {
    EntryJudgement made = EntryJudgement.of(question, settings);
    if (!made.reached(EntryRule.SIZE)) {
      return;
    }
    Sizing.Exact exact =
        Sizing.Exact.of(
            made.sum().exact(),
            made.market().regime(),
            made.confluence().used(),
            made.vixFactor,
            made.indicator().size(),
            settings.size());
    BigDecimal most =
        BigDecimal.valueOf(settings.size().max())
            .min(BigDecimal.valueOf(settings.size().positionLimit()))
            .min(BigDecimal.valueOf(made.cap().contracts()));
    int expected =
        exact
            .numerator()
            .divide(exact.denominator(), 40, RoundingMode.FLOOR)
            .min(most)
            .setScale(0, RoundingMode.FLOOR)
            .intValueExact();
    assertThat(made.contracts).isEqualTo(expected);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void a_decision_asked_again_from_its_written_inputs_is_the_same_byte_for_byte(
      @ForAll("questions") EntryQuestion question, @ForAll("settings") DecisionSettings settings) {
    EntryJudgement made = EntryJudgement.of(question, settings);
    if (made.rejection().filter(Rejection.PREMIUM_UNKNOWN::equals).isPresent()) {
      return;
    }
    String written = JsonText.of(made.calculations());
    Payload stored =
        ((StrictJson.Reading.Read) StrictJson.read(written.getBytes(StandardCharsets.UTF_8)))
            .payload();
    EntryJudgement again =
        new EntryFamily(settings)
            .judge(
                new Facts("settings", Payload.of(Map.of())),
                new Facts("inputs", stored.object("inputs")));
    assertThat(JsonText.of(again.calculations())).isEqualTo(written);
    assertThat(again.rejection()).isEqualTo(made.rejection());
  }

  private static double confidence(
      EntryQuestion question,
      MarketContext market,
      Snapshot<GexReading> gex,
      DecisionSettings settings) {
    return Confidence.of(
            question.side(),
            new Snapshot.Fresh<>(market, Duration.ZERO),
            market,
            gex,
            io.strikewire.confluence.Confluence.UNKNOWN,
            0,
            100,
            settings.confidence())
        .total();
  }
}
