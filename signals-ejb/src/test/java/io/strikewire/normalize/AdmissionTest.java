package io.strikewire.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.decision.Rejection;
import io.strikewire.hold.Hold;
import io.strikewire.normalize.Admission.Refusal;
import io.strikewire.option.OptionContract;
import io.strikewire.payload.Payload;
import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Intent;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.Signal;
import io.strikewire.signal.SignalId;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  /** Half an hour before midnight in New York, when it is the next day elsewhere. */
  private static final Instant LATE = Instant.parse("2026-11-24T04:30:00Z");

  private static final Hold STRATEGY = hold(Hold.Kind.STRATEGY, "orb");
  private static final Hold SOURCE = hold(Hold.Kind.SOURCE, "VENDOR");

  @Test
  void an_entry_that_nobody_holds_is_admitted_to_its_options_last_day() {
    assertThat(refusal("SPY261123C00500000")).isEmpty();
    assertThat(Admission.refusal(signal(Optional.empty()), List.of(), LATE)).isEmpty();
    assertThat(refusal("SPY261123C00500000", hold(Hold.Kind.STRATEGY, "another"))).isEmpty();
  }

  @Test
  void an_expired_option_names_the_day_that_would_do() {
    Refusal refusal = refusal("SPY261120C00500000").orElseThrow();
    assertThat(refusal.code()).isEqualTo(Rejection.CONTRACT_EXPIRED);
    assertThat(refusal.verdict().detail()).contains("SPY261120C00500000", "2026-11-23");
    assertThat(change(refusal)).contains("expiration on or after 2026-11-23");
  }

  @Test
  void a_held_entry_names_what_would_have_to_be_released() {
    Refusal refusal = refusal("SPY261123C00500000", STRATEGY).orElseThrow();
    assertThat(refusal.code()).isEqualTo(Rejection.STRATEGY_PAUSED);
    assertThat(refusal.verdict().detail())
        .isEqualTo("STRATEGY orb is held since " + LATE + ": why");
    assertThat(change(refusal)).contains("STRATEGY orb released");
    assertThat(change(refusal("SPY261123C00500000", SOURCE).orElseThrow()))
        .contains("SOURCE VENDOR released");
  }

  @Test
  void with_two_things_in_its_way_no_single_change_would_do() {
    Refusal twice = refusal("SPY261123C00500000", SOURCE, STRATEGY).orElseThrow();
    assertThat(twice.verdict().detail()).startsWith("SOURCE VENDOR");
    assertThat(change(twice)).isEmpty();
    assertThat(change(refusal("SPY261120C00500000", STRATEGY).orElseThrow())).isEmpty();
  }

  private static Optional<Refusal> refusal(String contract, Hold... holds) {
    return Admission.refusal(signal(OptionContract.parse(contract)), List.of(holds), LATE);
  }

  private static Optional<String> change(Refusal refusal) {
    return Admission.counterfactual(Payload.of(refusal.facts()));
  }

  private static Hold hold(Hold.Kind kind, String name) {
    return new Hold(new UUID(0, 1), kind, name, Hold.Cause.HAND, "why", "a test", LATE);
  }

  private static Signal signal(Optional<OptionContract> contract) {
    return new Signal(
        new SignalId(new UUID(0, 1)),
        Portfolio.MAIN,
        "VENDOR",
        Optional.of("orb"),
        new Symbol("SPY"),
        new Intent.Enter(Direction.CALL),
        Timeframe.parse("5m").orElseThrow(),
        LATE,
        contract,
        Optional.empty(),
        Optional.empty(),
        AuthGrade.HMAC,
        Payload.EMPTY,
        LATE);
  }
}
