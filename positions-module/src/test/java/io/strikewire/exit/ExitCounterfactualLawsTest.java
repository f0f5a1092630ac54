package io.strikewire.exit;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.calendar.NyseCalendar;
import io.strikewire.exit.ExitDecision.Exit;
import io.strikewire.exit.ExitDecision.NoPrice;
import io.strikewire.exit.ExitSettings.Partial;
import io.strikewire.exit.ExitSettings.Trailing;
import io.strikewire.gex.GexReading;
import io.strikewire.market.TradingCalendar;
import io.strikewire.option.OptionContract;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class ExitCounterfactualLawsTest {

  private static final TradingCalendar CALENDAR = new NyseCalendar();
  private static final Symbol SPX = new Symbol("SPX");
  private static final long TWO_WEEKS = Duration.ofDays(14).toMillis();

  /** A Monday; two weeks from here hold Thanksgiving and a half day. */
  private static final Instant START = Instant.parse("2026-11-16T05:00:00Z");

  @Property(tries = 2000)
  void applying_a_counterfactual_turns_the_decision_round(
      @ForAll("questions") ExitQuestion asked, @ForAll("settings") ExitSettings settings) {
    boolean sold = sells(asked, settings);
    Optional<ExitCounterfactual> change = ExitCounterfactual.of(asked, settings, CALENDAR);
    Statistics.collect(sold, change.isPresent());
    change.ifPresent(
        found -> assertThat(sells(found.changed(), settings)).as(found.text()).isEqualTo(!sold));
  }

  @Property(tries = 2000)
  void no_smaller_change_would_have_done(
      @ForAll("questions") ExitQuestion asked,
      @ForAll("settings") ExitSettings settings,
      @ForAll("steps") Step step) {
    Optional<ExitCounterfactual> nearest = ExitCounterfactual.of(asked, settings, CALENDAR);
    boolean sold = sells(asked, settings);
    boolean unknown = decided(asked, settings) instanceof NoPrice;
    for (ExitCounterfactual other : step.of(asked, settings, sold, unknown)) {
      if (sells(other.changed(), settings) != sold) {
        assertThat(nearest).as(other.text()).isPresent();
        assertThat(nearest.get().distance())
            .as("%s, while %s", nearest.get().text(), other.text())
            .isLessThanOrEqualTo(other.distance());
      }
    }
  }

  @Property(tries = 1000)
  void what_a_decision_keeps_is_the_whole_question(
      @ForAll("questions") ExitQuestion asked, @ForAll("settings") ExitSettings settings) {
    ExitGrounds grounds = new ExitGrounds.Rules(asked, settings);
    assertThat(ExitGrounds.kept(grounds.facts())).isEqualTo(grounds);
  }

  @Property(tries = 1000)
  void whatever_was_kept_is_answered(
      @ForAll("questions") ExitQuestion asked,
      @ForAll("settings") ExitSettings settings,
      @ForAll String broken,
      @ForAll int which) {
    var facts = new java.util.TreeMap<>(new ExitGrounds.Rules(asked, settings).facts());
    String name = List.copyOf(facts.keySet()).get(Math.floorMod(which, facts.size()));
    facts.put(name, broken);
    OptionContract contract = OptionContract.parse("SPXW261218C04000000").orElseThrow();
    assertThat(ExitGrounds.kept(facts).counterfactual(contract, CALENDAR)).isNotBlank();
    facts.remove(name);
    assertThat(ExitGrounds.kept(facts).counterfactual(contract, CALENDAR)).isNotBlank();
  }

  /** Some other single change, and how far it is. */
  record Step(BigDecimal price, long millis, int contracts, int taken, Direction side) {

    List<ExitCounterfactual> of(
        ExitQuestion asked, ExitSettings settings, boolean sold, boolean unknown) {
      Holding held = asked.holding();
      ExitCounterfactual priced =
          new ExitCounterfactual(
              "price " + price,
              part(price.subtract(asked.knownPrice()), held.entryPrice()),
              asked.of(held.priced(price)));
      if (unknown) {
        return List.of(priced);
      }
      var all = new java.util.ArrayList<ExitCounterfactual>();
      if (held.price().isPresent()) {
        all.add(priced);
        held.bestPrice()
            .ifPresent(
                best ->
                    all.add(
                        new ExitCounterfactual(
                            "best " + price,
                            part(price.subtract(best), held.entryPrice()),
                            asked.of(held.atBest(price)))));
      }
      all.add(
          new ExitCounterfactual(
              "open " + contracts,
              part(
                  BigDecimal.valueOf(contracts - held.quantity()),
                  BigDecimal.valueOf(Math.max(1, held.quantity()))),
              asked.of(held.of(contracts))));
      int parts = settings.partials().size();
      if (taken <= parts && parts > 0) {
        all.add(
            new ExitCounterfactual(
                "taken " + taken,
                part(BigDecimal.valueOf(taken - held.partialsTaken()), BigDecimal.valueOf(parts)),
                asked.of(held.afterParts(taken))));
      }
      Instant moment = asked.now().plusMillis(sold ? millis : Math.abs(millis));
      if (!moment.isBefore(held.openedAt())) {
        all.add(new ExitCounterfactual("at " + moment, part(millis), asked.at(moment)));
      }
      exposures(asked, all);
      return all;
    }

    private void exposures(ExitQuestion asked, List<ExitCounterfactual> all) {
      if (asked.gex().isEmpty()) {
        return;
      }
      GexReading newest = asked.gex().get(0);
      all.add(exposed("turned", newest, asked, List.of(with(newest, side, asked.now()), newest)));
      if (asked.gex().size() == 2) {
        GexReading earlier = asked.gex().get(1);
        all.add(
            exposed("newest", newest, asked, List.of(with(newest, side, newest.asOf()), earlier)));
        all.add(
            exposed(
                "earlier", earlier, asked, List.of(newest, with(earlier, side, earlier.asOf()))));
        GexReading moved =
            new GexReading(
                newest.symbol(),
                newest.direction(),
                newest.strength(),
                newest.asOf().plusMillis(millis));
        all.add(
            new ExitCounterfactual(
                "as of " + moved.asOf(), part(millis), asked.exposed(List.of(moved, earlier))));
      }
    }

    private static ExitCounterfactual exposed(
        String text, GexReading of, ExitQuestion asked, List<GexReading> readings) {
      return new ExitCounterfactual(
          text, new BigDecimal(String.valueOf(of.strength())), asked.exposed(readings));
    }

    private static GexReading with(GexReading reading, Direction side, Instant asOf) {
      return new GexReading(reading.symbol(), Optional.of(side), reading.strength(), asOf);
    }

    private static BigDecimal part(long millis) {
      return part(BigDecimal.valueOf(millis), BigDecimal.valueOf(Duration.ofDays(1).toMillis()));
    }

    private static BigDecimal part(BigDecimal change, BigDecimal of) {
      return change.abs().divide(of, 12, RoundingMode.HALF_UP);
    }
  }

  @Provide
  Arbitrary<Step> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1500).map(cents -> BigDecimal.valueOf(cents, 2)),
            Arbitraries.longs().between(-TWO_WEEKS, TWO_WEEKS),
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(Direction.class))
        .as(Step::new);
  }

  @Provide
  Arbitrary<ExitQuestion> questions() {
    Arbitrary<Instant> moments =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, TWO_WEEKS).map(START::plusMillis),
            // in the session, every quarter of an hour
            Combinators.combine(
                    Arbitraries.integers().between(0, 13), Arbitraries.integers().between(0, 27))
                .as(
                    (day, quarter) ->
                        START
                            .plus(Duration.ofDays(day))
                            .plus(Duration.ofMinutes(570 + 15L * quarter))));
    return Combinators.combine(
            holdings(),
            moments,
            Arbitraries.longs().between(0, Duration.ofDays(8).toMillis()),
            readings().list().ofMaxSize(2),
            prices().optional())
        .as(
            (held, now, age, readings, last) -> {
              Instant opened = now.minusMillis(age);
              Holding holding =
                  new Holding(
                      held.symbol(),
                      held.direction(),
                      held.quantity(),
                      held.entryPrice(),
                      held.price(),
                      opened,
                      held.expiration(),
                      held.bestPrice(),
                      held.partialsTaken(),
                      held.contract());
              return new ExitQuestion(
                  holding,
                  last,
                  readings.stream()
                      .map(
                          reading ->
                              new GexReading(
                                  SPX,
                                  reading.direction(),
                                  reading.strength(),
                                  now.minus(Duration.between(START, reading.asOf()))))
                      .toList(),
                  now);
            });
  }

  private static Arbitrary<GexReading> readings() {
    return Combinators.combine(
            Arbitraries.of(Direction.class).optional(0.8),
            Arbitraries.integers().between(0, 100),
            Arbitraries.integers().between(0, 600))
        .as(
            (side, strength, minutes) ->
                new GexReading(
                    SPX, side, strength / 100.0, START.plus(Duration.ofMinutes(minutes))));
  }

  private static Arbitrary<BigDecimal> prices() {
    return Arbitraries.integers()
        .between(0, 140_000)
        .flatMap(
            tenths ->
                Arbitraries.of(BigDecimal.valueOf(tenths / 100, 2), BigDecimal.valueOf(tenths, 4)));
  }

  private static Arbitrary<Holding> holdings() {
    return Combinators.combine(
            Arbitraries.of("SPX261218C04000000", "SPXW261120P04000000", "SPXW261204C04000000"),
            Arbitraries.of(0, 1, 1, 2, 3, 5),
            Arbitraries.integers().between(100, 60_000).map(entry -> BigDecimal.valueOf(entry, 4)),
            prices().optional(0.9),
            prices().optional(0.8),
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(true, true, false))
        .as(
            (occ, quantity, entry, price, best, taken, named) -> {
              OptionContract contract = OptionContract.parse(occ).orElseThrow();
              return new Holding(
                  SPX,
                  contract.right(),
                  quantity,
                  entry,
                  price,
                  START,
                  named ? Optional.of(contract.expiration()) : Optional.empty(),
                  best,
                  taken,
                  named ? Optional.of(contract) : Optional.empty());
            });
  }

  @Provide
  Arbitrary<ExitSettings> settings() {
    Arbitrary<List<Partial>> partials =
        Arbitraries.of(
            List.of(),
            List.of(new Partial(BigDecimal.valueOf(25), new BigDecimal("0.5"))),
            List.of(
                new Partial(BigDecimal.TEN, new BigDecimal("0.3")),
                new Partial(new BigDecimal("33.3"), new BigDecimal("0.9"))));
    Arbitrary<Optional<Trailing>> trailing =
        Combinators.combine(
                Arbitraries.integers().between(1, 99), Arbitraries.integers().between(-20, 60))
            .as((fall, armed) -> new Trailing(BigDecimal.valueOf(fall), BigDecimal.valueOf(armed)))
            .optional();
    return Combinators.combine(
            Arbitraries.integers().between(0, 120),
            Arbitraries.integers().between(-100, 0),
            Arbitraries.integers().between(1, 600),
            Arbitraries.of("15:30", "15:58", "09:00", "12:00:30", "17:00"),
            Arbitraries.integers().between(0, 60).optional(),
            partials,
            trailing,
            Combinators.combine(
                    Arbitraries.integers().between(0, 30).optional(),
                    Arbitraries.integers().between(0, 12_000).optional())
                .as(Limits::new))
        .as(
            (target, stop, age, time, lead, parts, stopped, limits) ->
                new ExitSettings(
                    BigDecimal.valueOf(target),
                    BigDecimal.valueOf(stop),
                    Duration.ofMinutes(age),
                    LocalTime.parse(time),
                    lead.map(Duration::ofMinutes),
                    parts,
                    stopped,
                    limits.days(),
                    limits.minutes().map(Duration::ofMinutes)));
  }

  /** The last two settings. */
  record Limits(Optional<Integer> days, Optional<Integer> minutes) {}

  private static ExitDecision decided(ExitQuestion asked, ExitSettings settings) {
    return new ExitPolicy(settings, CALENDAR).decide(asked);
  }

  private static boolean sells(ExitQuestion asked, ExitSettings settings) {
    return decided(asked, settings) instanceof Exit;
  }
}
