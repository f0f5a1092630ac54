package io.strikewire.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Duration MOMENT = Duration.ofMillis(2);

  private final Pace pace = new Pace(MOMENT, 0);
  private long now;

  private void come(int groups, int items, Duration apart) {
    for (int i = 0; i < groups; i++) {
      now += apart.toNanos();
      pace.gathered(items, now);
    }
  }

  @Test
  void a_lone_item_is_not_kept_waiting() {
    assertThat(pace.promisesCompany()).isFalse();
    come(1, 1, Duration.ofMillis(1));
    assertThat(pace.promisesCompany()).isFalse();
  }

  @Test
  void several_at_once_promise_more_until_a_smaller_group() {
    come(1, 4, Duration.ofHours(1));
    assertThat(pace.promisesCompany()).isTrue();
    come(1, 3, Duration.ofSeconds(1));
    assertThat(pace.promisesCompany()).isFalse();
  }

  @Test
  void a_stream_of_more_than_one_in_a_moment_promises_company_and_a_slower_one_does_not() {
    come(1_000, 1, Duration.ofNanos(1_900_000));
    assertThat(pace.promisesCompany()).isTrue();
    come(1_000, 1, Duration.ofNanos(2_100_000));
    assertThat(pace.promisesCompany()).isFalse();
  }

  @Test
  void gathering_for_longer_does_not_make_a_stream_look_slower() {
    come(1_000, 3, Duration.ofNanos(3 * 1_900_000));
    assertThat(pace.promisesCompany()).isTrue();
  }

  @Test
  void a_lull_ends_the_promise_within_a_few_items_however_long_it_was() {
    come(1_000, 1, Duration.ofMillis(1));
    come(1, 1, Duration.ofDays(365));
    assertThat(pace.promisesCompany()).as("one late item").isTrue();
    come(3, 1, Duration.ofDays(365));
    assertThat(pace.promisesCompany()).isFalse();
    come(30, 1, Duration.ofMillis(1));
    assertThat(pace.promisesCompany()).isTrue();
  }
}
