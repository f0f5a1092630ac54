package io.strikewire.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LookoutTest {

  private final Lookout lookout = new Lookout(Duration.ofMillis(250), 0);

  @Test
  void the_first_look_is_from_the_beginning_and_the_next_such_look_is_due_later() {
    assertThat(lookout.isWholeDue(0)).isTrue();
    lookout.lookedWhole(0, 1_000_000);
    assertThat(lookout.isWholeDue(250_000_000)).isFalse();
    assertThat(lookout.isWholeDue(251_000_000)).isTrue();
  }

  @Test
  void a_dear_look_from_the_beginning_takes_a_sixtieth_of_the_time_at_most() {
    lookout.lookedWhole(0, 100_000_000);
    assertThat(lookout.isWholeDue(6_000_000_000L)).isFalse();
    assertThat(lookout.isWholeDue(6_100_000_000L)).isTrue();
  }

  @Property
  void a_look_in_between_begins_before_the_last_decided_arrival_and_never_goes_back(
      @ForAll @LongRange(min = 1, max = 1L << 40) long first,
      @ForAll @LongRange(min = 1, max = 1L << 40) long second) {
    Lookout watched = new Lookout(Duration.ZERO, 0);
    assertThat(watched.after("main")).isZero();
    watched.decidedTo("main", first);
    long after = watched.after("main");
    watched.decidedTo("main", second);
    assertThat(watched.after("main"))
        .isGreaterThanOrEqualTo(after)
        .isLessThan(Math.max(first, second));
    assertThat(watched.after("other")).isZero();
  }
}
