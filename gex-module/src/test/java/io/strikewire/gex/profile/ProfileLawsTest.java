package io.strikewire.gex.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.opengamma.strata.pricer.impl.option.BlackScholesFormulaRepository;
import io.strikewire.gex.Chains;
import io.strikewire.gex.GammaRegime;
import io.strikewire.gex.GexHorizon;
import io.strikewire.gex.GexProfile;
import io.strikewire.gex.GexProfile.Convention;
import io.strikewire.gex.GexSignal;
import io.strikewire.gex.SignConvention;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds for every chain, and known values where there are tables. */
class ProfileLawsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final double SPOT = 4000;
  private static final Convention USUAL = Chains.usual(252, 60);

  /** An option before it has a name; gamma is left to the model. */
  record Row(int days, int strike, double iv, int openInterest, boolean prefersCall) {

    Row(int days, int strike, double iv, int openInterest) {
      this(days, strike, iv, openInterest, true);
    }

    String json(boolean call) {
      return "{\"option\":\"%s\",\"iv\":%s,\"open_interest\":%d}"
          .formatted(name(call, strike), iv, openInterest);
    }

    private String name(boolean call, int usd) {
      return String.format(
          Locale.ROOT,
          "SPXW%s%s%08d",
          DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT).format(TODAY.plusDays(days)),
          call ? "C" : "P",
          usd * 1000L);
    }
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 400),
            Arbitraries.integers().between(3000, 5000),
            Arbitraries.doubles().between(0.05, 1.5),
            Arbitraries.integers().between(1, 100_000),
            Arbitraries.of(true, false))
        .as(Row::new)
        .list()
        .uniqueElements(row -> row.days + ":" + row.strike)
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  @Property(tries = 1000)
  void a_call_and_a_put_of_one_contract_and_volatility_cancel(@ForAll("rows") List<Row> rows) {
    List<String> both = new ArrayList<>();
    rows.forEach(
        row -> {
          both.add(row.json(true));
          both.add(row.json(false));
        });
    GexProfile profile = profile(SPOT, both, USUAL);
    assertThat(profile.callExposure()).isEqualTo(-profile.putExposure());
    assertThat(profile.zeroGamma()).isEmpty();
    assertThat(profile.dealerPosition()).isEqualTo("FLAT");
    assertThat(profile.direction()).isEmpty();
  }

  @Property(tries = 1000)
  void expirations_strikes_and_the_whole_add_up(@ForAll("rows") List<Row> rows) {
    GexProfile profile = profile(SPOT, mixed(rows), USUAL);
    double gross = profile.callExposure() - profile.putExposure();
    assertThat(profile.expiries().stream().mapToDouble(GexProfile.AtExpiry::net).sum())
        .isCloseTo(profile.netExposure(), within(gross * 1e-12));
    assertThat(profile.strikes().stream().mapToDouble(GexProfile.AtStrike::net).sum())
        .isCloseTo(profile.netExposure(), within(gross * 1e-12));
    double parts = 0;
    for (LocalDate day :
        profile.expiries().stream().map(GexProfile.AtExpiry::expiration).toList()) {
      List<Row> one = rows.stream().filter(row -> TODAY.plusDays(row.days).equals(day)).toList();
      parts += profile(SPOT, mixed(one), USUAL).netExposure();
    }
    assertThat(parts).isCloseTo(profile.netExposure(), within(gross * 1e-12));
  }

  @Property(tries = 1000)
  void exposure_is_proportional_to_open_interest(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 2, max = 50) int factor) {
    List<Row> more =
        rows.stream()
            .map(
                row ->
                    new Row(
                        row.days, row.strike, row.iv, row.openInterest * factor, row.prefersCall))
            .toList();
    GexProfile once = profile(SPOT, mixed(rows), USUAL);
    GexProfile often = profile(SPOT, mixed(more), USUAL);
    double gross = (once.callExposure() - once.putExposure()) * factor;
    assertThat(often.netExposure()).isCloseTo(once.netExposure() * factor, within(gross * 1e-12));
    assertThat(often.zeroGamma()).hasSameSizeAs(once.zeroGamma());
    assertThat(often.callWall()).isEqualTo(once.callWall());
    assertThat(often.putWall()).isEqualTo(once.putWall());
  }

  @Property(tries = 1000)
  void exposure_is_proportional_to_the_size_of_all_prices(@ForAll("rows") List<Row> rows) {
    List<Row> doubled =
        rows.stream()
            .map(
                row -> new Row(row.days, row.strike * 2, row.iv, row.openInterest, row.prefersCall))
            .toList();
    GexProfile once = profile(SPOT, mixed(rows), USUAL);
    GexProfile twice = profile(SPOT * 2, mixed(doubled), USUAL);
    double gross = (once.callExposure() - once.putExposure()) * 2;
    assertThat(twice.netExposure()).isCloseTo(once.netExposure() * 2, within(gross * 1e-9 + 1e-6));
    assertThat(twice.zeroGamma()).hasSameSizeAs(once.zeroGamma());
    for (int i = 0; i < once.zeroGamma().size(); i++) {
      assertThat(twice.zeroGamma().get(i))
          .isCloseTo(once.zeroGamma().get(i) * 2, within(SPOT * 1e-6));
    }
  }

  @Property(tries = 1000)
  void a_sign_convention_turns_signs_and_nothing_else(@ForAll("rows") List<Row> rows) {
    GexProfile usual = profile(SPOT, mixed(rows), USUAL);
    GexProfile turned =
        profile(SPOT, mixed(rows), new Convention(SignConvention.SHORT_CALLS_LONG_PUTS, 252, 60));
    GexProfile allShort =
        profile(SPOT, mixed(rows), new Convention(SignConvention.SHORT_BOTH, 252, 60));
    assertThat(turned.netExposure()).isEqualTo(-usual.netExposure());
    assertThat(turned.zeroGamma()).isEqualTo(usual.zeroGamma());
    assertThat(allShort.callExposure()).isEqualTo(-usual.callExposure());
    assertThat(allShort.putExposure()).isEqualTo(usual.putExposure());
    assertThat(allShort.zeroGamma()).isEmpty();
  }

  @Property(tries = 1000)
  void position_band_regime_and_signals_never_contradict_each_other(
      @ForAll("rows") List<Row> rows) {
    GexProfile profile = profile(SPOT, mixed(rows), USUAL);
    GexProfile.Band band = profile.measures().band();
    assertThat(profile.netExposure()).isBetween(band.netLow(), band.netHigh());
    assertThat(profile.measures().regime())
        .isEqualTo(
            !band.signCertain()
                ? GammaRegime.UNCERTAIN
                : profile.dealerPosition().equals("LONG_GAMMA")
                    ? GammaRegime.DAMPENING
                    : GammaRegime.AMPLIFYING);
    assertThat(profile.signals())
        .extracting(GexSignal::horizon)
        .containsExactly(GexHorizon.values());
    assertThat(profile.signals().get(2).netExposure()).isEqualTo(profile.netExposure());
    assertThat(band.zeroGammaLow().isPresent()).isEqualTo(!profile.zeroGamma().isEmpty());
  }

  @Property(tries = 1000)
  void vanna_and_charm_are_the_librarys(
      @ForAll @DoubleRange(min = 3000, max = 5000) double strike,
      @ForAll @DoubleRange(min = 0.05, max = 1.5) double iv,
      @ForAll @IntRange(min = 1, max = 400) int days) {
    Row row = new Row(days, (int) strike, iv, 1);
    GexProfile profile = profile(SPOT, List.of(row.json(true)), USUAL);
    double years = Math.max(1, weekdays(days)) / 252.0;
    double vanna = BlackScholesFormulaRepository.vanna(SPOT, (int) strike, years, iv, 0, 0);
    double charm = BlackScholesFormulaRepository.charm(SPOT, (int) strike, years, iv, 0, 0, true);
    assertThat(profile.measures().vanna())
        .isCloseTo(vanna * 100 * SPOT * 0.01, within(Math.abs(vanna) * 1e-3 + 1e-6));
    assertThat(Math.abs(profile.measures().charm()))
        .isCloseTo(Math.abs(charm) * 100 * SPOT / 252, within(Math.abs(charm) * 1e-3 + 1e-6));
  }

  @Test
  void what_the_file_lacks_is_implied_and_modelled() {
    double years = 19 / 252.0;
    double price = BlackScholesFormulaRepository.price(SPOT, 4000, years, 0.25, 0, 0, true);
    String option =
        String.format(
            Locale.ROOT,
            "{\"option\":\"SPXW261218C04000000\",\"bid\":%.4f,\"ask\":%.4f,\"open_interest\":10}",
            price,
            price);
    GexProfile profile = profile(SPOT, List.of(option), USUAL);
    assertThat(profile.oddities().impliedVolatility()).isEqualTo(1);
    assertThat(profile.oddities().modelledGamma()).isEqualTo(1);
    double gamma = BlackScholesFormulaRepository.gamma(SPOT, 4000, years, 0.25, 0, 0);
    assertThat(profile.netExposure()).isCloseTo(gamma * 10 * 100 * SPOT * SPOT * 0.01, within(2e3));
  }

  @Test
  void gamma_and_volatility_that_contradict_each_other_are_refused() {
    byte[] file =
        Chains.json(
            "SPX",
            SPOT,
            Chains.option("SPXW261218C04000000", 0.2, 0.0001, 1000),
            Chains.option("SPXW261218P03990000", 0.2, 0.004, 500));
    assertThat(ExposureProfile.of(Chains.read("SPX", file), USUAL))
        .isInstanceOf(Valuation.Contradictory.class);
  }

  @Test
  void holders_receive_the_least_at_max_pain() {
    List<String> options =
        List.of(
            new Row(25, 3900, 0.2, 100).json(true),
            new Row(25, 4000, 0.2, 50).json(true),
            new Row(25, 4000, 0.2, 80).json(false),
            new Row(25, 4100, 0.2, 90).json(false));
    // Payouts: at 3900 8,000 + 18,000; at 4000 10,000 + 9,000; at 4100 20,000 + 5,000.
    assertThat(profile(SPOT, options, USUAL).measures().maxPain().orElseThrow())
        .isEqualByComparingTo("4000");
  }

  @Test
  void the_straddle_gives_the_expected_move_and_volatility_does_without_one() {
    String quoted = "{\"option\":\"%s\",\"bid\":50,\"ask\":52,\"iv\":0.2,\"open_interest\":1}";
    GexProfile.ExpectedMove straddle =
        profile(
                SPOT,
                List.of(
                    quoted.formatted("SPXW261204C04000000"),
                    quoted.formatted("SPXW261204P04000000")),
                USUAL)
            .measures()
            .expectedMove()
            .orElseThrow();
    assertThat(straddle)
        .isEqualTo(new GexProfile.ExpectedMove(102, LocalDate.of(2026, 12, 4), "STRADDLE"));
    Row row = new Row(11, 4000, 0.2, 1);
    assertThat(
            profile(SPOT, List.of(row.json(true), row.json(false)), USUAL)
                .measures()
                .expectedMove()
                .orElseThrow()
                .usd())
        .isCloseTo(SPOT * 0.2 * Math.sqrt(9 / 252.0), within(1e-9));
  }

  @Test
  void a_signal_notices_that_dealers_changed_sides() {
    GexSignal signal =
        new GexSignal(
            GexHorizon.ALL, 1, 5, -3, List.of(), Optional.empty(), 0.25, Optional.empty());
    assertThat(signal.after(-1).flip()).contains(GexSignal.Flip.TO_LONG_GAMMA);
    assertThat(signal.after(1).flip()).isEmpty();
  }

  @Property(tries = 1000)
  void weekdays_are_counted_as_one_by_one(
      @ForAll @IntRange(min = 0, max = 30_000) int from, @ForAll @IntRange(max = 900) int days) {
    long counted =
        LocalDate.ofEpochDay(from)
            .datesUntil(LocalDate.ofEpochDay((long) from + days))
            .filter(day -> day.getDayOfWeek().getValue() <= 5)
            .count();
    assertThat(Weekdays.between(from, from + days)).isEqualTo((int) counted);
  }

  private static int weekdays(int days) {
    int today = (int) TODAY.toEpochDay();
    return Weekdays.between(today, today + days);
  }

  /** Each row as the side it prefers. */
  private static List<String> mixed(List<Row> rows) {
    List<String> options = new ArrayList<>();
    for (Row row : rows) {
      options.add(row.json(row.prefersCall));
    }
    return options;
  }

  private static GexProfile profile(double spot, List<String> options, Convention convention) {
    byte[] file = Chains.json("SPX", spot, options.toArray(String[]::new));
    return Chains.profile(Chains.read("SPX", file), convention);
  }
}
