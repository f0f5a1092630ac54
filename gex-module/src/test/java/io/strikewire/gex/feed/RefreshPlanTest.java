package io.strikewire.gex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.market.TradingCalendar;
import io.strikewire.signal.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshPlanTest {

  private static final Symbol SPX = new Symbol("SPX");
  private static final Symbol RUT = new Symbol("RUT");
  private static final Instant OPEN = Instant.parse("2026-11-23T14:30:00Z");
  private static final Instant CLOSE = Instant.parse("2026-11-23T21:00:00Z");

  /** Monday has a session, no other day. */
  private static final TradingCalendar MONDAY =
      new TradingCalendar() {
        @Override
        public Optional<Session> session(LocalDate date, Symbol underlying) {
          return isTradingDay(date)
              ? Optional.of(new Session(date, OPEN, CLOSE, false))
              : Optional.empty();
        }

        @Override
        public boolean isTradingDay(LocalDate date) {
          return date.equals(LocalDate.of(2026, 11, 23));
        }
      };

  private final RefreshPlan plan =
      new RefreshPlan(MONDAY, List.of(SPX, RUT), Duration.ofMinutes(15));

  @Test
  void each_chain_is_due_at_the_opening_and_then_so_often() {
    assertThat(plan.due(OPEN)).containsExactly(SPX, RUT);
    assertThat(plan.due(OPEN.plusSeconds(60))).isEmpty();
    assertThat(plan.due(OPEN.plus(Duration.ofMinutes(15)))).containsExactly(SPX, RUT);
  }

  @Test
  void nothing_is_due_outside_of_the_session() {
    assertThat(plan.due(OPEN.minusSeconds(1))).isEmpty();
    assertThat(plan.due(CLOSE)).isEmpty();
    assertThat(plan.due(OPEN.plus(Duration.ofDays(1)))).isEmpty();
  }
}
