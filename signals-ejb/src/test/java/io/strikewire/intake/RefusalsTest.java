package io.strikewire.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefusalsTest {

  private static final Instant THEN = Instant.parse("2026-11-23T15:00:00Z");

  @Test
  void each_sender_leaves_a_trace_every_ten_seconds_at_most() {
    Refusals refusals = new Refusals();
    assertThat(refusals.leaveTrace("a", THEN)).isTrue();
    assertThat(refusals.leaveTrace("a", THEN.plusMillis(1))).isFalse();
    assertThat(refusals.leaveTrace("b", THEN.plusMillis(1))).isTrue();
    assertThat(refusals.leaveTrace("a", THEN.plusMillis(9_999))).isFalse();
    assertThat(refusals.leaveTrace("a", THEN.plusSeconds(10))).isTrue();
    assertThat(refusals.leaveTrace("a", THEN.plusSeconds(11))).isFalse();
  }
}
