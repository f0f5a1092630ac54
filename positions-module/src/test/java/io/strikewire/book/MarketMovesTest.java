package io.strikewire.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.signal.Portfolio;
import org.junit.jupiter.api.Test;

class MarketMovesTest {

  private final MarketMoves moves = new MarketMoves();

  @Test
  void a_portfolio_is_behind_until_it_is_looked_at_and_again_after_each_move() {
    assertThat(moves.isBehind(Portfolio.MAIN)).isTrue();
    moves.lookedAt(Portfolio.MAIN, moves.count());
    assertThat(moves.isBehind(Portfolio.MAIN)).isFalse();
    moves.moved();
    assertThat(moves.isBehind(Portfolio.MAIN)).isTrue();
  }

  @Test
  void a_move_while_somebody_looks_is_not_taken_for_seen() {
    long before = moves.count();
    moves.moved();
    moves.lookedAt(Portfolio.MAIN, before);
    assertThat(moves.isBehind(Portfolio.MAIN)).isTrue();
  }

  @Test
  void who_began_to_look_earlier_and_ended_later_undoes_nothing() {
    long early = moves.count();
    moves.moved();
    moves.lookedAt(Portfolio.MAIN, moves.count());
    moves.lookedAt(Portfolio.MAIN, early);
    assertThat(moves.isBehind(Portfolio.MAIN)).isFalse();
    assertThat(moves.isBehind(new Portfolio("other"))).isTrue();
  }
}
