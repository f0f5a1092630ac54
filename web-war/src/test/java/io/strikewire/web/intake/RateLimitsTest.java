package io.strikewire.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Five seconds' worth at once, then no faster than the rate. */
class RateLimitsTest {

  @Test
  void a_sender_beyond_its_rate_is_told_how_long_to_wait_and_others_go_on() {
    RateLimits limits = new RateLimits(1, 0);
    for (int i = 0; i < 5; i++) {
      assertThat(limits.tooMany("noisy")).isEmpty();
    }
    assertThat(limits.tooMany("noisy"))
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ofNanos(1), Duration.ofSeconds(1)));
    assertThat(limits.tooMany("quiet")).isEmpty();
  }

  @Test
  void all_together_have_a_rate_too() {
    RateLimits limits = new RateLimits(0, 1);
    for (int i = 0; i < 5; i++) {
      assertThat(limits.tooMany("sender " + i)).isEmpty();
    }
    assertThat(limits.tooMany("sender 6")).isPresent();
  }

  @Test
  void zero_is_any_number() {
    RateLimits limits = new RateLimits(0, 0);
    for (int i = 0; i < 10_000; i++) {
      assertThat(limits.tooMany("sender")).isEmpty();
    }
  }
}
