package io.strikewire.book;

import io.strikewire.broker.PaperSettings;
import io.strikewire.contract.ContractPolicy;
import io.strikewire.contract.Liquidity;
import io.strikewire.exit.ExitSettings;
import io.strikewire.mark.Marks;
import io.strikewire.risk.RiskLimit;
import io.strikewire.risk.RiskLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Settings for tests: wide limits, the usual costs, and what a test changes. */
public record BookSettingsFixture(
    PaperSettings paper, ExitSettings exits, Map<RiskLimit, BigDecimal> limits) {

  public static BookSettingsFixture usual() {
    Map<RiskLimit, BigDecimal> wide = new EnumMap<>(RiskLimit.class);
    for (RiskLimit limit : RiskLimit.values()) {
      wide.put(limit, new BigDecimal("1000000000"));
    }
    return new BookSettingsFixture(
        PaperSettings.faultless(new BigDecimal("0.65"), new BigDecimal("0.02")),
        ExitSettings.of(
            BigDecimal.valueOf(50),
            BigDecimal.valueOf(-30),
            Duration.ofHours(4),
            LocalTime.of(15, 30)),
        wide);
  }

  public BookSettingsFixture with(PaperSettings other) {
    return new BookSettingsFixture(other, exits, limits);
  }

  public BookSettingsFixture with(ExitSettings other) {
    return new BookSettingsFixture(paper, other, limits);
  }

  public BookSettingsFixture with(RiskLimit limit, String value) {
    Map<RiskLimit, BigDecimal> changed = new EnumMap<>(limits);
    changed.put(limit, new BigDecimal(value));
    return new BookSettingsFixture(paper, exits, changed);
  }

  public BookSettings settings() {
    Liquidity liquidity =
        new Liquidity(new BigDecimal("40"), new BigDecimal("0.10"), Duration.ofMinutes(20));
    return new BookSettings(
        paper,
        new EntryOrder(new RiskLimits(limits), liquidity, Optional.empty()),
        new ContractPolicy(
            new ContractPolicy.ExpiryRule.NearestFriday(0),
            new ContractPolicy.StrikeRule.AtTheMoney(),
            liquidity),
        new Marks(Duration.ofMinutes(5)),
        exits,
        new BookSettings.OrderPatience(Duration.ofSeconds(60), Duration.ZERO),
        new BookSettings.BrakeRules(limits.get(RiskLimit.DAILY_LOSS), 3, Duration.ofSeconds(30)),
        Duration.ofSeconds(1),
        Duration.ofMinutes(1));
  }
}
