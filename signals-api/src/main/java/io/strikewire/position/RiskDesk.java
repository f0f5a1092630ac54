package io.strikewire.position;

import io.strikewire.signal.Portfolio;
import io.strikewire.signal.SignalId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The limits of a portfolio, how much of them is used, and who lifted them for how long. */
public interface RiskDesk {

  /** Limits and their use now. */
  Report report(Portfolio portfolio, Instant now);

  /** USD that may be at risk in all, while an override of that limit is in force. */
  Optional<BigDecimal> overriddenExposure(Instant now);

  /** Puts another limit in force until it expires. */
  LimitOverride override(LimitOverride wished);

  /**
   * One limit.
   *
   * @param name as in its setting: {@code max-open-positions}
   * @param used how much of it is used
   * @param limit the limit in force
   * @param overridden whether an override puts it in force
   */
  record Use(String name, BigDecimal used, BigDecimal limit, boolean overridden) {}

  /** A limit that is lifted or lowered for a time. */
  record LimitOverride(
      String name, BigDecimal limit, String reason, String by, Instant from, Instant until) {}

  /** An entry that a limit refused. */
  record Violation(
      String name, BigDecimal asked, BigDecimal limit, Optional<SignalId> signalId, Instant at) {}

  /** Everything about a portfolio's limits. */
  record Report(
      Portfolio portfolio,
      List<Use> limits,
      List<LimitOverride> overrides,
      List<Violation> violations) {
    public Report {
      limits = List.copyOf(limits);
      overrides = List.copyOf(overrides);
      violations = List.copyOf(violations);
    }
  }
}
