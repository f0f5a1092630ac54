package io.strikewire.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.contract.ContractPolicy.Choice;
import io.strikewire.contract.ContractPolicy.ExpiryRule;
import io.strikewire.contract.ContractPolicy.ExpiryRule.DaysToExpiry;
import io.strikewire.contract.ContractPolicy.ExpiryRule.NearestFriday;
import io.strikewire.contract.ContractPolicy.StrikeRule;
import io.strikewire.contract.ContractPolicy.StrikeRule.AtTheMoney;
import io.strikewire.contract.ContractPolicy.StrikeRule.DeltaTarget;
import io.strikewire.contract.ContractPolicy.StrikeRule.StrikeOffset;
import io.strikewire.option.Listing;
import io.strikewire.option.OptionContract;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Monday 2026-11-23, SPY at 502.10; the Friday of that week is a half day, and a Friday. */
class ContractPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final BigDecimal SPOT = new BigDecimal("502.10");
  private static final Liquidity LIQUIDITY =
      new Liquidity(new BigDecimal("10"), new BigDecimal("0.05"), Duration.ofMinutes(20));
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
  private static final LocalDate NEXT_FRIDAY = LocalDate.of(2026, 12, 4);

  @Test
  void the_nearest_friday_at_the_money() {
    assertThat(chosen(new NearestFriday(0), new AtTheMoney(), Direction.CALL))
        .isEqualTo("SPY261127C00502000");
  }

  @Test
  void a_friday_too_near_is_passed_over() {
    assertThat(chosen(new NearestFriday(5), new AtTheMoney(), Direction.CALL))
        .isEqualTo("SPY261204C00502000");
  }

  @Test
  void the_first_listed_day_of_a_range() {
    assertThat(chosen(new DaysToExpiry(0, 3), new AtTheMoney(), Direction.CALL))
        .isEqualTo("SPY261124C00502000");
    assertThat(choice(new DaysToExpiry(30, 45), new AtTheMoney(), Direction.CALL))
        .isInstanceOf(Choice.None.class);
  }

  @Test
  void the_delta_nearest_to_the_target_without_its_sign() {
    assertThat(chosen(new NearestFriday(0), new DeltaTarget(0.4), Direction.PUT))
        .isEqualTo("SPY261127P00500000");
  }

  @Test
  void strikes_out_of_the_money_go_up_for_calls_and_down_for_puts() {
    assertThat(chosen(new NearestFriday(0), new StrikeOffset(2), Direction.CALL))
        .isEqualTo("SPY261127C00506000");
    assertThat(chosen(new NearestFriday(0), new StrikeOffset(2), Direction.PUT))
        .isEqualTo("SPY261127P00498000");
    assertThat(choice(new NearestFriday(0), new StrikeOffset(99), Direction.PUT))
        .isInstanceOf(Choice.None.class);
  }

  @Test
  void a_wide_or_old_quote_is_refused_and_unknown_open_interest_only_warns() {
    ContractPolicy policy = new ContractPolicy(new NearestFriday(0), new AtTheMoney(), LIQUIDITY);
    List<Listing> wide = List.of(listing(FRIDAY, 502, Direction.CALL, "4.00", "4.60"));
    assertThat(policy.choose(Direction.CALL, SPOT, wide, NOW, TODAY, NOW))
        .isInstanceOfSatisfying(
            Choice.None.class, none -> assertThat(none.why()).contains("14.0 % apart"));
    assertThat(
            policy.choose(
                Direction.CALL, SPOT, chain(), NOW.minus(Duration.ofMinutes(21)), TODAY, NOW))
        .isInstanceOfSatisfying(
            Choice.None.class, none -> assertThat(none.why()).contains("1260 s old"));
    assertThat(policy.choose(Direction.CALL, SPOT, chain(), NOW, TODAY, NOW))
        .isInstanceOfSatisfying(
            Choice.Chosen.class,
            chosen -> assertThat(chosen.warnings()).containsExactly("open interest is unknown"));
  }

  @Test
  void ticks_depend_on_the_class_and_the_price() {
    ContractClass spx = ContractClass.of(new Symbol("SPX"));
    assertThat(spx.settlement()).isEqualTo(ContractClass.Settlement.AM);
    assertThat(spx.onTick(new BigDecimal("2.98"), RoundingMode.DOWN)).isEqualTo("2.95");
    assertThat(spx.onTick(new BigDecimal("3.17"), RoundingMode.DOWN)).isEqualTo("3.10");
    assertThat(ContractClass.of(new Symbol("SPXW")).settlement())
        .isEqualTo(ContractClass.Settlement.PM);
    assertThat(
            ContractClass.of(new Symbol("SPY")).onTick(new BigDecimal("3.17"), RoundingMode.DOWN))
        .isEqualTo("3.17");
  }

  private static String chosen(ExpiryRule expiry, StrikeRule strike, Direction side) {
    Choice choice = choice(expiry, strike, side);
    assertThat(choice).isInstanceOf(Choice.Chosen.class);
    return ((Choice.Chosen) choice).contract().occSymbol();
  }

  private static Choice choice(ExpiryRule expiry, StrikeRule strike, Direction side) {
    return new ContractPolicy(expiry, strike, LIQUIDITY)
        .choose(side, SPOT, chain(), NOW, TODAY, NOW);
  }

  private static List<Listing> chain() {
    List<Listing> chain = new ArrayList<>();
    for (LocalDate day : List.of(TODAY.plusDays(1), FRIDAY, NEXT_FRIDAY)) {
      for (int strike = 490; strike <= 514; strike += 2) {
        chain.add(listing(day, strike, Direction.CALL, "4.00", "4.10"));
        chain.add(listing(day, strike, Direction.PUT, "4.00", "4.10"));
      }
    }
    return chain;
  }

  private static Listing listing(
      LocalDate day, int strike, Direction side, String bid, String ask) {
    double delta = 0.5 + (502 - strike) * 0.05;
    return new Listing(
        new OptionContract(new Symbol("SPY"), day, side, BigDecimal.valueOf(strike)),
        new BigDecimal(bid),
        new BigDecimal(ask),
        side == Direction.CALL ? delta : delta - 1,
        0.01,
        -0.05,
        0.1,
        0.2,
        OptionalDouble.empty());
  }
}
