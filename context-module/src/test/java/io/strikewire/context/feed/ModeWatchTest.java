package io.strikewire.context.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.market.MarketDataMode;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ModeWatchTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  private final ModeWatch watch = new ModeWatch(3, 2, NOW);

  @Test
  void three_failures_in_a_row_degrade_and_say_why() {
    assertThat(watch.failed("timeout", NOW)).isEmpty();
    assertThat(watch.failed("timeout", NOW)).isEmpty();
    assertThat(watch.failed("429", NOW.plusSeconds(9)))
        .contains(new MarketDataMode.Degraded(NOW.plusSeconds(9), "429"));
    assertThat(watch.failed("429", NOW.plusSeconds(20))).isEmpty();
  }

  @Test
  void a_success_between_failures_begins_the_count_again() {
    watch.failed("timeout", NOW);
    watch.failed("timeout", NOW);
    watch.succeeded(NOW);
    watch.failed("timeout", NOW);
    assertThat(watch.mode()).isInstanceOf(MarketDataMode.Normal.class);
  }

  @Test
  void two_successes_in_a_row_recover() {
    for (int i = 0; i < 3; i++) {
      watch.failed("timeout", NOW);
    }
    assertThat(watch.succeeded(NOW)).isEmpty();
    assertThat(watch.failed("timeout", NOW)).isEmpty();
    assertThat(watch.succeeded(NOW)).isEmpty();
    assertThat(watch.succeeded(NOW.plusSeconds(5)))
        .contains(new MarketDataMode.Normal(NOW.plusSeconds(5)));
  }

  @Property(tries = 1000)
  void the_mode_follows_the_last_long_enough_run(@ForAll List<Boolean> outcomes) {
    ModeWatch any = new ModeWatch(3, 2, NOW);
    boolean degraded = false;
    int run = 0;
    boolean last = false;
    for (boolean outcome : outcomes) {
      run = outcome == last ? run + 1 : 1;
      last = outcome;
      degraded = outcome ? degraded && run < 2 : degraded || run >= 3;
      if (outcome) {
        any.succeeded(NOW);
      } else {
        any.failed("timeout", NOW);
      }
      assertThat(any.mode() instanceof MarketDataMode.Degraded).isEqualTo(degraded);
    }
  }
}
