package io.strikewire.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.signal.Direction;
import io.strikewire.signal.Peer;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeardTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final Duration HORIZON = Duration.ofMinutes(30);
  private static final Symbol SPY = new Symbol("SPY");

  private final Heard heard = new Heard();

  @Test
  void a_symbol_without_signals_is_known_once_it_was_asked_for() {
    assertThat(heard.knows(SPY)).isFalse();
    heard.know(SPY, List.of());
    assertThat(heard.knows(SPY)).isTrue();
    assertThat(heard.comparedWith(said("asks", "MANUAL", 0), HORIZON, NOW)).isEmpty();
  }

  @Test
  void what_is_decided_meanwhile_speaks_instead_of_what_its_source_said_before() {
    heard.know(SPY, List.of(said("before", "MTF", 10), said("other", "GEX", 9)));
    heard.add(said("after", "MTF", 1), NOW);
    assertThat(heard.comparedWith(said("asks", "MANUAL", 0), HORIZON, NOW))
        .extracting(Peer::id)
        .containsExactly("other", "after");
  }

  @Test
  void a_word_from_the_future_does_not_silence_the_one_before_it() {
    heard.know(SPY, List.of(said("before", "MTF", 10)));
    heard.add(said("early", "MTF", -1), NOW);
    assertThat(heard.comparedWith(said("asks", "MANUAL", 0), HORIZON, NOW))
        .extracting(Peer::id)
        .containsExactly("before");
    assertThat(heard.comparedWith(said("asks", "MANUAL", 0), HORIZON, NOW.plusSeconds(60)))
        .extracting(Peer::id)
        .containsExactly("early");
  }

  @Test
  void an_older_word_that_comes_late_does_not_replace_a_newer_one() {
    heard.know(SPY, List.of(said("newer", "MTF", 1)));
    heard.add(said("late", "MTF", 5), NOW);
    assertThat(heard.comparedWith(said("asks", "MANUAL", 0), HORIZON, NOW))
        .extracting(Peer::id)
        .containsExactly("newer");
  }

  @Test
  void a_symbol_that_nobody_asked_for_is_heard_from_its_first_word_on() {
    heard.add(said("first", "MTF", 2), NOW);
    heard.add(said("second", "GEX", 1), NOW);
    assertThat(heard.comparedWith(said("asks", "MANUAL", 0), HORIZON, NOW))
        .extracting(Peer::id)
        .containsExactly("first", "second");
  }

  private static Peer said(String id, String source, int minutesAgo) {
    return new Peer(
        id,
        source,
        SPY,
        Direction.CALL,
        Timeframe.parse("5m").orElseThrow(),
        NOW.minusSeconds(60L * minutesAgo));
  }
}
