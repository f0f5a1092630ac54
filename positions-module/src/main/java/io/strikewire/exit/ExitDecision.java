package io.strikewire.exit;

import io.strikewire.decision.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What becomes of a holding now. */
public sealed interface ExitDecision {

  /** What was looked at, whichever way it went. */
  Report report();

  /**
   * Sell.
   *
   * @param reason the first rule that fired
   * @param contracts how many, at least one
   * @param executableAt when an order can be executed: now, or the next open
   */
  record Exit(ExitReason reason, int contracts, Instant executableAt, Report report)
      implements ExitDecision {}

  /**
   * Keep.
   *
   * @param due a rule that is bound to trading hours and waits for the next open
   */
  record Hold(Optional<Due> due, Report report) implements ExitDecision {}

  /**
   * Nobody knows what the holding is worth, and no rule that needs no price fired. Kept, and said:
   * it is not a gain of 0 %.
   */
  record NoPrice(Optional<Due> due, Report report) implements ExitDecision {}

  /** A rule that would have fired had the exchange been open. */
  record Due(ExitReason reason, Instant opens) {}

  /**
   * The numbers and every rule's word.
   *
   * @param pnl profit or loss in USD before the costs of closing; empty when the price is unknown
   * @param pnlPercent the same in percent of what was paid
   * @param targetReached whether the gain is at or above the profit target
   * @param stopReached whether it is at or below the stop
   * @param verdicts each rule in the order asked: FAIL where the rule sells, NOTE where it waits
   */
  record Report(
      Optional<BigDecimal> pnl,
      Optional<BigDecimal> pnlPercent,
      boolean targetReached,
      boolean stopReached,
      List<Verdict> verdicts) {
    public Report {
      verdicts = List.copyOf(verdicts);
    }
  }
}
