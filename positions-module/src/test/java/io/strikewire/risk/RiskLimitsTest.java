package io.strikewire.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.book.BookSettingsFixture;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.event.SignalRoute;
import io.strikewire.risk.RiskLimits.Judgement;
import io.strikewire.risk.RiskLimits.Request;
import io.strikewire.risk.RiskLimits.Use;
import io.strikewire.signal.SignalId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RiskLimitsTest {

  private static final Use USE =
      new Use(10, new BigDecimal("1000"), 3, new BigDecimal("-250.50"), 7);
  private static final Request REQUEST =
      new Request(4, new BigDecimal("4.20"), Optional.of(new BigDecimal("4.00")));

  @Test
  void each_limit_allows_what_is_equal_to_it_and_refuses_a_step_more() {
    assertBoundary(RiskLimit.CONTRACTS_PER_POSITION, "4", "3");
    assertBoundary(RiskLimit.CONTRACTS_PER_SYMBOL, "14", "13");
    assertBoundary(RiskLimit.TOTAL_EXPOSURE, "2680", "2679.99");
    assertBoundary(RiskLimit.OPEN_POSITIONS, "4", "3");
    assertBoundary(RiskLimit.DAILY_LOSS, "250.50", "250.49");
    assertBoundary(RiskLimit.ORDERS_PER_MINUTE, "8", "7");
    assertBoundary(RiskLimit.PRICE_COLLAR, "5", "4.99");
  }

  @Test
  void an_override_is_in_force_over_the_configured_limit() {
    RiskLimits configured =
        new RiskLimits(BookSettingsFixture.usual().with(RiskLimit.OPEN_POSITIONS, "3").limits());
    assertThat(last(configured).allows()).isFalse();
    assertThat(last(configured.with(Map.of(RiskLimit.OPEN_POSITIONS, BigDecimal.TEN))).allows())
        .isTrue();
  }

  @Test
  void an_entry_refused_for_its_exposure_before_it_was_ordered_is_told_in_the_same_words() {
    Decision refused =
        Decision.rejected(
            new SignalId(new UUID(0, 1)),
            SignalRoute.DECIDE,
            Rejection.MAX_EXPOSURE,
            List.of(),
            Map.of(
                "existingExposure", new BigDecimal("1000"),
                "additionalExposure", new BigDecimal("1680")),
            new Decision.Versions("test", "test"),
            Instant.EPOCH);
    Judgement word = limits(RiskLimit.TOTAL_EXPOSURE, "2000").exposureOf(refused);
    assertThat(word.asked()).isEqualByComparingTo("2680");
    assertThat(word.allowed()).isEqualByComparingTo("2000");
    assertThat(word.allows()).isFalse();
  }

  private static void assertBoundary(RiskLimit limit, String allows, String refuses) {
    assertThat(last(limits(limit, allows)).allows()).as(limit + " at " + allows).isTrue();
    Judgement refused = last(limits(limit, refuses));
    assertThat(refused.allows()).as(limit + " at " + refuses).isFalse();
    assertThat(refused.limit()).isEqualTo(limit);
    assertThat(refused.verdict().rule()).isEqualTo(limit.code().name());
  }

  private static RiskLimits limits(RiskLimit limit, String value) {
    return new RiskLimits(BookSettingsFixture.usual().with(limit, value).limits());
  }

  private static Judgement last(RiskLimits limits) {
    List<Judgement> judgements = limits.judge(REQUEST, USE);
    return judgements.get(judgements.size() - 1);
  }
}
