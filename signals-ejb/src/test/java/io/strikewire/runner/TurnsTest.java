package io.strikewire.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final Turns turns = new Turns();

  @Test
  void what_is_wanted_during_a_turn_follows_it() {
    turns.want();
    assertThat(turns.begin()).isTrue();
    turns.want();
    assertThat(turns.begin()).as("one at a time").isFalse();
    assertThat(turns.end(false)).as("somebody asked meanwhile").isTrue();
    assertThat(turns.begin()).isTrue();
    assertThat(turns.end(false)).as("nobody asked").isFalse();
    assertThat(turns.begin()).isFalse();
  }

  @Test
  void a_turn_that_left_something_is_followed_by_another() {
    turns.want();
    assertThat(turns.begin()).isTrue();
    assertThat(turns.end(true)).isTrue();
    assertThat(turns.begin()).isTrue();
  }

  @Test
  void a_portfolio_that_is_always_busy_looks_from_the_beginning_in_its_next_turn() {
    turns.want();
    assertThat(turns.begin()).isTrue();
    turns.wantWhole();
    assertThat(turns.isWhole()).as("the turn under way began before").isFalse();
    turns.end(true);
    assertThat(turns.begin()).isTrue();
    assertThat(turns.isWhole()).isTrue();
    turns.end(true);
    assertThat(turns.begin()).isTrue();
    assertThat(turns.isWhole()).as("once").isFalse();
  }

  @Test
  void suspects_are_decided_one_by_one_and_then_as_usual() {
    turns.suspect(2);
    assertThat(List.of(turns.most(250), turns.most(250), turns.most(250)))
        .containsExactly(1, 1, 250);
  }

  @Test
  void a_backlog_is_worked_off_in_longer_and_longer_turns_up_to_a_bound() {
    assertThat(turns.most(250)).as("a burst begins with a short one").isEqualTo(250);
    assertThat(
            Stream.generate(
                    () -> {
                      turns.lengthen(true);
                      return turns.most(250);
                    })
                .limit(4))
        .containsExactly(500, 1000, 1000, 1000);
    turns.suspect(1);
    assertThat(List.of(turns.most(250), turns.most(250))).containsExactly(1, 1000);
    turns.lengthen(false);
    assertThat(turns.most(250)).isEqualTo(250);
  }

  @Test
  void a_portfolio_that_is_taken_is_left_alone_for_longer_each_time_up_to_a_bound() {
    assertThat(Stream.generate(turns::standBack).limit(7).map(rest -> rest.toMillis()))
        .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 160L);
    turns.taken();
    assertThat(turns.standBack().toMillis()).isEqualTo(5);
  }
}
