package io.strikewire.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedAttemptsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  private final FailedAttempts attempts = new FailedAttempts(3, Duration.ofMinutes(1));

  @Test
  void after_too_many_an_address_waits_until_its_minute_is_over_and_others_do_not() {
    for (int i = 0; i < 3; i++) {
      assertThat(attempts.blocked("a", NOW)).isEmpty();
      attempts.failed("a", NOW.plusSeconds(i));
    }
    assertThat(attempts.blocked("a", NOW.plusSeconds(10))).contains(Duration.ofSeconds(50));
    assertThat(attempts.blocked("b", NOW.plusSeconds(10))).isEmpty();
    assertThat(attempts.blocked("a", NOW.plusSeconds(60))).isEmpty();
    attempts.failed("a", NOW.plusSeconds(61));
    assertThat(attempts.blocked("a", NOW.plusSeconds(61))).as("a new minute").isEmpty();
  }

  @Test
  void of_a_storm_from_everywhere_a_hundred_a_minute_go_on_record_and_memory_is_bounded() {
    int records = 0;
    for (int i = 0; i < 30_000; i++) {
      records += attempts.failed("address " + i, NOW) ? 1 : 0;
    }
    assertThat(records).isEqualTo(100);
    assertThat(attempts.failed("later", NOW.plusSeconds(61))).isTrue();
  }
}
