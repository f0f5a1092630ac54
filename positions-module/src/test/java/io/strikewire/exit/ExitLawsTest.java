package io.strikewire.exit;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.calendar.NyseCalendar;
import io.strikewire.exit.ExitDecision.Exit;
import io.strikewire.exit.ExitDecision.Hold;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ExitLawsTest {

  private static final Symbol NVDA = new Symbol("NVDA");
  private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T17:00:00Z");
  private static final Instant BOUGHT = Instant.parse("2026-11-20T15:00:00Z");
  private static final ExitSettings USUAL =
      ExitSettings.of(
          BigDecimal.valueOf(50),
          BigDecimal.valueOf(-30),
          Duration.ofHours(4),
          LocalTime.of(15, 30));

  @Property(tries = 1000)
  void the_target_fires_exactly_when_the_gain_in_whole_cents_reaches_it(
      @ForAll @IntRange(min = 1, max = 10_000) int entryCents,
      @ForAll @IntRange(max = 30_000) int priceCents) {
    Holding held =
        Holding.of(
            NVDA,
            Direction.PUT,
            1,
            BigDecimal.valueOf(entryCents, 2),
            Optional.of(BigDecimal.valueOf(priceCents, 2)),
            BOUGHT);
    boolean reached = 2L * priceCents >= 3L * entryCents;
    ExitDecision decision = decide(USUAL, held, MONDAY_NOON);
    assertThat(decision.report().targetReached()).isEqualTo(reached);
    assertThat(decision instanceof Exit exit && exit.reason() == ExitReason.PROFIT_TARGET)
        .isEqualTo(reached);
  }

  @Property(tries = 1000)
  void never_sells_more_than_is_open_and_never_sells_what_is_closed(
      @ForAll @IntRange(max = 1_000) int quantity, @ForAll @IntRange(max = 300) int priceCents) {
    Holding held =
        Holding.of(
            NVDA,
            Direction.CALL,
            quantity,
            BigDecimal.ONE,
            Optional.of(BigDecimal.valueOf(priceCents, 2)),
            BOUGHT);
    ExitDecision decision = decide(USUAL, held, MONDAY_NOON);
    if (decision instanceof Exit exit) {
      assertThat(exit.contracts()).isBetween(1, quantity);
    }
    if (quantity == 0) {
      assertThat(decision).isInstanceOf(Hold.class);
    }
  }

  private static ExitDecision decide(ExitSettings settings, Holding holding, Instant now) {
    return new ExitPolicy(settings, new NyseCalendar()).decide(holding, List.of(), now);
  }
}
