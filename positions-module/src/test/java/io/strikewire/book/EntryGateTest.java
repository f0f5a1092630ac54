package io.strikewire.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.contract.Liquidity;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.position.KillSwitch;
import io.strikewire.position.Market;
import io.strikewire.risk.RiskLimit;
import io.strikewire.risk.RiskLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryGateTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final RiskLimits.Use UNUSED =
      new RiskLimits.Use(0, BigDecimal.ZERO, 0, BigDecimal.ZERO, 0);

  @Test
  void what_nothing_stands_in_the_way_of_has_every_limits_word() {
    EntryGate.Judged judged = gate("10").judge(asked(KillSwitch.Mode.ACTIVE, "4.20", 10));
    assertThat(judged.refusal()).isEmpty();
    assertThat(judged.violated()).isEmpty();
    assertThat(judged.verdicts())
        .hasSize(RiskLimit.values().length)
        .allMatch(verdict -> verdict.outcome() == Verdict.Outcome.PASS);
  }

  @Test
  void the_brake_is_asked_first_and_alone() {
    EntryGate.Judged judged = gate("1").judge(asked(KillSwitch.Mode.HALTED, "9.20", 61));
    assertThat(judged.refusal()).contains(Rejection.KILL_SWITCH);
    assertThat(judged.verdicts())
        .extracting(Object::toString)
        .containsExactly("KILL_SWITCH FAIL: HALTED: drill");
    assertThat(judged.violated()).isEmpty();
  }

  @Test
  void then_the_market() {
    EntryGate.Judged old = gate("1").judge(asked(KillSwitch.Mode.ACTIVE, "4.20", 61));
    assertThat(old.refusal()).contains(Rejection.QUOTE_TOO_OLD);
    assertThat(old.verdicts())
        .singleElement()
        .satisfies(verdict -> assertThat(verdict.rule()).isEqualTo("LIQUIDITY"));
    assertThat(gate("1").judge(asked(KillSwitch.Mode.ACTIVE, "9.20", 10)).refusal())
        .contains(Rejection.SPREAD_TOO_WIDE);
  }

  @Test
  void then_the_limits_of_which_the_first_that_is_over_refuses() {
    EntryGate.Judged judged = gate("3").judge(asked(KillSwitch.Mode.ACTIVE, "4.20", 10));
    assertThat(judged.refusal()).contains(Rejection.MAX_CONTRACTS_PER_POSITION);
    assertThat(judged.violated())
        .hasValueSatisfying(
            limit -> assertThat(limit.limit()).isEqualTo(RiskLimit.CONTRACTS_PER_POSITION));
    assertThat(judged.verdicts())
        .as("nothing is asked after it")
        .extracting(Object::toString)
        .containsExactly("MAX_CONTRACTS_PER_POSITION FAIL: 4, at most 3");
  }

  private static EntryGate gate(String contracts) {
    return new EntryGate(
        new RiskLimits(
            BookSettingsFixture.usual().with(RiskLimit.CONTRACTS_PER_POSITION, contracts).limits()),
        new Liquidity(new BigDecimal("40"), new BigDecimal("0.10"), Duration.ofMinutes(1)));
  }

  private static EntryAsked asked(KillSwitch.Mode mode, String ask, int age) {
    return new EntryAsked(
        4,
        new Market(new BigDecimal("4.00"), new BigDecimal(ask), "QUOTE", NOW.minusSeconds(age)),
        Optional.empty(),
        new KillSwitch.State(mode, "drill", NOW, "me"),
        UNUSED,
        NOW);
  }
}
