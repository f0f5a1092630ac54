package io.strikewire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

  private static final long NOW = 1_000_000_000L;
  private static final Duration USUAL = Duration.ofMillis(2);
  private final Precedence precedence = new Precedence();

  private void answered(int senders, int times) {
    for (int i = 0; i < times; i++) {
      precedence.answered(senders, 0, NOW);
    }
  }

  /** Groups of our senders, while all instances together store so many for each. */
  private void sharing(int senders, long stored) {
    share(precedence, senders, stored);
  }

  private static void share(Precedence one, int senders, long stored) {
    for (int group = 1; group <= 100; group++) {
      one.answered(senders, stored * group, NOW);
    }
  }

  @Test
  void few_senders_at_a_time_take_nothing_from_the_decisions() {
    answered(11, 100);
    assertThat(precedence.rest(Duration.ofMillis(20), NOW)).isZero();
    assertThat(precedence.most(250, NOW)).isEqualTo(250);
  }

  @Test
  void while_a_crowd_waits_decisions_keep_to_a_seventh_of_the_time_but_never_rest_for_long() {
    answered(13, 100);
    assertThat(precedence.rest(Duration.ofMillis(10), NOW)).isEqualTo(Duration.ofMillis(60));
    assertThat(precedence.rest(Duration.ofSeconds(9), NOW)).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void while_a_crowd_waits_each_step_is_a_short_one() {
    answered(13, 100);
    assertThat(precedence.most(250, NOW)).isEqualTo(35);
  }

  @Test
  void a_burst_makes_no_crowd_and_large_groups_for_a_while_do() {
    answered(5, 100);
    answered(500, 6);
    assertThat(precedence.most(250, NOW)).isEqualTo(250);
    answered(500, 6);
    assertThat(precedence.most(250, NOW)).isEqualTo(35);
  }

  @Test
  void a_crowd_that_is_spread_over_four_instances_is_one() {
    sharing(4, 16);
    assertThat(precedence.most(250, NOW)).isEqualTo(35);
  }

  @Test
  void four_instances_together_keep_to_a_seventh_of_the_time() {
    sharing(4, 16);
    assertThat(precedence.rest(Duration.ofMillis(10), NOW)).isEqualTo(Duration.ofMillis(270));
    assertThat(precedence.rest(Duration.ofSeconds(9), NOW)).isEqualTo(Duration.ofMillis(400));
    assertThat(precedence.restOfLater(Duration.ofMillis(10), NOW))
        .isEqualTo(Duration.ofMillis(270));
  }

  @Test
  void of_a_crowd_that_is_shared_by_two_a_group_waits_the_usual_time_and_by_four_twice_as_long() {
    sharing(8, 16);
    assertThat(precedence.isShared(NOW)).isTrue();
    assertThat(precedence.company(USUAL, NOW)).isEqualTo(USUAL);
    Precedence four = new Precedence();
    share(four, 4, 16);
    assertThat(four.company(USUAL, NOW)).isEqualTo(USUAL.multipliedBy(2));
    assertThat(four.company(USUAL, NOW + 101_000_000L)).isEqualTo(USUAL);
    assertThat(four.isShared(NOW + 101_000_000L)).isFalse();
  }

  @Test
  void who_has_a_crowd_to_itself_or_few_senders_in_all_shares_nothing_and_waits_the_usual_time() {
    answered(13, 100);
    assertThat(precedence.isShared(NOW)).isFalse();
    assertThat(precedence.company(USUAL, NOW)).isEqualTo(USUAL);
    Precedence quiet = new Precedence();
    share(quiet, 2, 4);
    assertThat(quiet.isShared(NOW)).isFalse();
    assertThat(quiet.company(USUAL, NOW)).isEqualTo(USUAL);
  }

  @Test
  void however_few_of_the_senders_are_ours_we_rest_for_a_bounded_time() {
    sharing(2, 1000);
    assertThat(precedence.rest(Duration.ofSeconds(9), NOW)).isEqualTo(Duration.ofMillis(800));
  }

  @Test
  void who_has_a_single_sender_takes_others_for_no_crowd() {
    sharing(1, 1000);
    assertThat(precedence.most(250, NOW)).isEqualTo(250);
  }

  @Test
  void what_others_stored_during_a_lull_here_makes_no_crowd() {
    long now = NOW;
    for (int group = 1; group <= 100; group++) {
      now += 101_000_000L;
      precedence.answered(1, 1000L * group, now);
    }
    assertThat(precedence.most(250, now)).isEqualTo(250);
  }

  @Test
  void groups_that_are_answered_in_another_order_than_they_were_numbered_count_once() {
    for (int pair = 1; pair <= 100; pair++) {
      precedence.answered(8, 16L * pair, NOW);
      precedence.answered(8, 16L * pair - 8, NOW);
    }
    assertThat(precedence.most(250, NOW)).isEqualTo(250);
  }

  @Test
  void a_crowd_that_is_gone_is_forgotten() {
    answered(200, 100);
    assertThat(precedence.rest(Duration.ofMillis(20), NOW + 101_000_000L)).isZero();
  }

  @Test
  void beside_full_turns_what_can_be_done_later_has_half_of_the_time() {
    precedence.leftBehind(NOW);
    assertThat(precedence.restOfLater(Duration.ofMillis(10), NOW)).isEqualTo(Duration.ofMillis(10));
    assertThat(precedence.mostOfLater(1000, NOW)).isEqualTo(142);
    assertThat(precedence.rest(Duration.ofMillis(10), NOW)).isZero();
    assertThat(precedence.most(250, NOW)).isEqualTo(250);
    assertThat(precedence.restOfLater(Duration.ofMillis(10), NOW + 101_000_000L)).isZero();
  }

  @Test
  void what_can_be_done_later_lets_a_crowd_of_senders_go_first_too() {
    answered(13, 100);
    assertThat(precedence.restOfLater(Duration.ofSeconds(9), NOW))
        .isEqualTo(Duration.ofMillis(100));
    assertThat(precedence.mostOfLater(1000, NOW)).isEqualTo(142);
  }

  @Test
  void with_nobody_else_there_everything_goes_on_at_once() {
    assertThat(precedence.restOfLater(Duration.ofMillis(10), 0)).isZero();
    assertThat(precedence.mostOfLater(1000, 0)).isEqualTo(1000);
  }
}
