package io.strikewire.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.continuity.Continuity.Gap;
import io.strikewire.continuity.Continuity.LastWord;
import io.strikewire.continuity.Continuity.Late;
import io.strikewire.continuity.Continuity.Unbroken;
import io.strikewire.continuity.Stance.Step;
import io.strikewire.payload.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A missed alert is noticed by the next one, and only then. */
class ContinuityTest {

  private static final Instant THEN = Instant.parse("2026-11-23T15:00:00Z");

  @Property(tries = 1000)
  void a_chain_without_a_missing_link_is_unbroken_and_each_missing_change_is_a_gap(
      @ForAll List<Stance> stances, @ForAll int which) {
    Stance stance = Stance.FLAT;
    Optional<LastWord> last = Optional.empty();
    int missing = stances.isEmpty() ? 0 : Math.floorMod(which, stances.size());
    boolean lost = false;
    for (int i = 0; i < stances.size(); i++) {
      Step step = new Step(stance, stances.get(i));
      stance = stances.get(i);
      if (i == missing && step.before() != step.after()) {
        lost = true;
        continue;
      }
      Instant at = THEN.plusSeconds(i);
      Continuity continuity = Continuity.of(last, false, step, at);
      assertThat(continuity).isInstanceOf(lost ? Gap.class : Unbroken.class);
      lost = false;
      last = Optional.of(new LastWord(step.after(), at));
    }
  }

  @Test
  void a_strategy_that_never_spoke_is_known_to_be_flat() {
    assertThat(Continuity.of(Optional.empty(), false, new Step(Stance.FLAT, Stance.LONG), THEN))
        .isEqualTo(new Unbroken());
    assertThat(Continuity.of(Optional.empty(), false, new Step(Stance.LONG, Stance.FLAT), THEN))
        .isEqualTo(new Gap.InWords(Stance.FLAT, Stance.LONG));
  }

  @Test
  void a_strategy_that_was_flat_while_its_position_is_held_missed_its_exit() {
    Step entry = new Step(Stance.FLAT, Stance.LONG);
    assertThat(Continuity.of(Optional.empty(), true, entry, THEN)).isEqualTo(new Gap.InPositions());
    Optional<LastWord> out = Optional.of(new LastWord(Stance.FLAT, THEN));
    assertThat(Continuity.of(out, true, entry, THEN.plusSeconds(1)))
        .isEqualTo(new Gap.InPositions());
    assertThat(Continuity.of(out, false, entry, THEN.plusSeconds(1))).isEqualTo(new Unbroken());
  }

  @Test
  void a_strategy_that_never_spoke_stands_where_its_position_does() {
    Step exit = new Step(Stance.LONG, Stance.FLAT);
    assertThat(Continuity.of(Optional.empty(), true, exit, THEN)).isEqualTo(new Unbroken());
    Optional<LastWord> in = Optional.of(new LastWord(Stance.LONG, THEN));
    assertThat(Continuity.of(in, false, exit, THEN.plusSeconds(1))).isEqualTo(new Unbroken());
  }

  @Test
  void an_alert_that_comes_twice_or_late_says_nothing() {
    Optional<LastWord> last = Optional.of(new LastWord(Stance.LONG, THEN));
    Step step = new Step(Stance.FLAT, Stance.LONG);
    assertThat(Continuity.of(last, false, step, THEN)).isEqualTo(new Late());
    assertThat(Continuity.of(last, false, step, THEN.minusSeconds(1))).isEqualTo(new Late());
    assertThat(Continuity.of(last, false, step, THEN.plusSeconds(1))).isInstanceOf(Gap.class);
  }

  @Test
  void a_step_is_named_at_the_top_or_in_the_metadata_by_both_its_ends() {
    Map<String, String> both = Map.of("market_position", "long", "prev_market_position", "Flat");
    Optional<Step> step = Optional.of(new Step(Stance.FLAT, Stance.LONG));
    assertThat(Stance.step(Payload.of(both))).isEqualTo(step);
    assertThat(Stance.step(Payload.of(Map.of("metadata", Payload.of(both))))).isEqualTo(step);
    assertThat(Stance.step(Payload.of(Map.of("market_position", "long")))).isEmpty();
    assertThat(Stance.step(Payload.of(Map.of("prev_market_position", "{{x}}")))).isEmpty();
  }

  @Test
  void two_missing_reports_are_silence_and_the_night_does_not_count() {
    Duration minute = Duration.ofMinutes(1);
    Instant opened = THEN.minusSeconds(30);
    assertThat(Silence.isTooLong(THEN, minute, opened, THEN.plusSeconds(120))).isFalse();
    assertThat(Silence.isTooLong(THEN, minute, opened, THEN.plusSeconds(121))).isTrue();
    Instant yesterday = THEN.minusSeconds(60_000);
    assertThat(Silence.isTooLong(yesterday, minute, opened, THEN.plusSeconds(90))).isFalse();
    assertThat(Silence.isTooLong(yesterday, minute, opened, THEN.plusSeconds(91))).isTrue();
  }
}
