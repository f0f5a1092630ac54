package io.strikewire.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.event.SignalRoute;
import io.strikewire.signal.SignalId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  private static final Verdict CLOSED = Verdict.fail("MARKET_HOURS", "it is Sunday");
  private static final Verdict CALM = Verdict.pass("VIX", "14.8");

  @Test
  void what_would_be_entered_is_refused_and_keeps_every_word_and_number() {
    Decision made =
        new Decision(
            new SignalId(new UUID(0, 7)),
            Decision.Kind.ENTER,
            SignalRoute.DECIDE,
            Optional.empty(),
            70,
            4,
            List.of(CALM),
            Map.of("finalConfidence", 70),
            "2",
            "abc",
            Instant.EPOCH);
    Decision refused = Rehearsal.refused(List.of(CLOSED), made);
    assertThat(refused.kind()).isEqualTo(Decision.Kind.REJECT);
    assertThat(refused.rejection()).contains(Rejection.TEST_SIGNAL);
    assertThat(refused.positionSize()).isZero();
    assertThat(refused.stage()).isEqualTo(SignalRoute.DECIDE);
    assertThat(refused.calculations()).isEqualTo(Map.of("finalConfidence", 70));
    assertThat(refused.verdicts()).startsWith(CLOSED, CALM).hasSize(3);
    assertThat(refused.verdicts().get(2).detail())
        .contains("ENTER at confidence 70.0 with 4 contracts");
    assertThat(refused.rejection().orElseThrow().counts()).isFalse();
  }
}
