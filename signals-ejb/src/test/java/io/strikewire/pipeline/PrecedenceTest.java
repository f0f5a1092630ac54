package io.strikewire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

  private static final long NOW = 1_000_000_000L;
  private final Precedence precedence = new Precedence();

  @Test
  void few_senders_at_a_time_take_nothing_from_the_decisions() {
    precedence.answered(23, NOW);
    assertThat(precedence.rest(Duration.ofMillis(20), NOW)).isZero();
  }

  @Test
  void while_a_crowd_waits_decisions_keep_to_a_fifth_of_the_time_but_never_rest_for_long() {
    precedence.answered(24, NOW);
    assertThat(precedence.rest(Duration.ofMillis(20), NOW)).isEqualTo(Duration.ofMillis(80));
    assertThat(precedence.rest(Duration.ofSeconds(9), NOW)).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void a_crowd_that_is_gone_is_forgotten() {
    precedence.answered(200, NOW);
    assertThat(precedence.rest(Duration.ofMillis(20), NOW + 101_000_000L)).isZero();
  }
}
