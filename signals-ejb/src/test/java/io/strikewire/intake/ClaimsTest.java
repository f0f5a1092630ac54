package io.strikewire.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ClaimsTest {

  private static final Instant LATER = Instant.parse("2026-11-24T15:00:00Z");
  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);
  private static final UUID EARLIER = new UUID(0, 99);

  @Test
  void of_two_that_share_a_name_the_first_speaks_and_owns_the_other_names_of_the_second() {
    Claims claims = new Claims();
    claims.add(A, names("body-1", "key"));
    claims.add(B, names("body-2", "key"));
    assertThat(claims.offered())
        .hasSize(3)
        .allSatisfy((name, claim) -> assertThat(claim.owner()).isEqualTo(A));
    assertThat(claims.granted().speaker(A)).isEqualTo(A);
    assertThat(claims.granted().speaker(B)).isEqualTo(A);
  }

  @Test
  void a_name_that_is_held_makes_its_claimant_a_repeat_and_its_other_names_go_to_the_holder() {
    Claims claims = new Claims();
    claims.add(A, names("body-1", "key"));
    Claims.Verdict verdict = claims.judge(Map.of("body-1", A, "key", EARLIER));
    assertThat(verdict.speaker(A)).isEqualTo(EARLIER);
    assertThat(verdict.astray()).containsExactly(Map.entry("body-1", EARLIER));
  }

  /** Whatever names arrivals share and whatever is held: one speaks for each, and it is stable. */
  @Property
  void every_arrival_has_one_speaker_who_speaks_for_itself(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 20) Integer> bodies,
      @ForAll @Size(max = 10) List<@IntRange(max = 20) Integer> known) {
    Claims claims = new Claims();
    List<UUID> ids = new ArrayList<>();
    for (int body : bodies) {
      UUID id = new UUID(1, ids.size());
      ids.add(id);
      claims.add(id, names("body-" + body, "key-" + body / 2));
    }
    Map<String, UUID> held = new HashMap<>();
    claims.offered().forEach((name, claim) -> held.put(name, claim.owner()));
    known.forEach(n -> held.computeIfPresent("body-" + n, (name, owner) -> new UUID(9, n)));
    Claims.Verdict verdict = claims.judge(held);
    for (UUID id : ids) {
      UUID speaker = verdict.speaker(id);
      if (ids.contains(speaker)) {
        assertThat(verdict.speaker(speaker)).isEqualTo(speaker);
      } else {
        assertThat(held).containsValue(speaker);
      }
    }
  }

  private static SortedMap<String, Instant> names(String... names) {
    SortedMap<String, Instant> keys = new TreeMap<>();
    for (String name : names) {
      keys.put(name, LATER);
    }
    return keys;
  }
}
