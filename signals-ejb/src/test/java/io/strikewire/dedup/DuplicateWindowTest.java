package io.strikewire.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.dedup.DuplicateWindow.Holder;
import io.strikewire.json.JsonText;
import io.strikewire.json.StrictJson;
import io.strikewire.signal.SignalId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DuplicateWindowTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final DuplicateWindow MINUTE = new DuplicateWindow(Duration.ofMinutes(1));

  @Test
  void the_first_speaks_until_the_window_has_passed() {
    assertThat(MINUTE.covers(NOW, NOW)).isTrue();
    assertThat(MINUTE.covers(NOW.minusMillis(59_999), NOW)).isTrue();
    assertThat(MINUTE.covers(NOW.minusSeconds(60), NOW)).isFalse();
  }

  @Test
  void a_duplicate_names_how_long_ago_the_first_would_have_had_to_be() {
    Holder first = new Holder(new SignalId(new UUID(0, 1)), NOW.minusSeconds(10));
    byte[] kept = JsonText.of(MINUTE.facts(first)).getBytes(StandardCharsets.UTF_8);
    assertThat(
            DuplicateWindow.counterfactual(
                ((StrictJson.Reading.Read) StrictJson.read(kept)).payload()))
        .contains("the same alert last seen at least 60 s before");
    assertThat(MINUTE.covers(NOW.minusSeconds(60), NOW)).isFalse();
  }
}
