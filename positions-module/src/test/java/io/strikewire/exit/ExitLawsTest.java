package io.strikewire.exit;

import static io.strikewire.exit.UsualExits.BOUGHT;
import static io.strikewire.exit.UsualExits.MONDAY_NOON;
import static io.strikewire.exit.UsualExits.NVDA;
import static io.strikewire.exit.UsualExits.USUAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.calendar.NyseCalendar;
import io.strikewire.exit.ExitDecision.Exit;
import io.strikewire.exit.ExitDecision.Hold;
import io.strikewire.signal.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ExitLawsTest {

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
