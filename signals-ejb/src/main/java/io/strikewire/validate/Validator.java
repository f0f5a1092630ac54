package io.strikewire.validate;

import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.market.TradingCalendar;
import io.strikewire.validate.ValidationRule.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Asks every rule of {@link ValidationRule}; the first that fails decides. */
public final class Validator {

  private final TradingCalendar calendar;
  private final ValidationSettings settings;

  /** A validator with these limits. */
  public Validator(TradingCalendar calendar, ValidationSettings settings) {
    this.calendar = calendar;
    this.settings = settings;
  }

  /**
   * What all rules said.
   *
   * @param verdicts one for each rule, in order
   * @param decisive the first rule that failed; empty when every rule passed
   * @param rejection its code
   */
  public record Result(
      List<Verdict> verdicts, Optional<ValidationRule> decisive, Optional<Rejection> rejection) {}

  /** Asks every rule. Pure: the same question gets the same answer. */
  public Result judge(ValidationQuestion asked) {
    List<Finding> findings =
        Arrays.stream(ValidationRule.values())
            .map(rule -> rule.judge(asked, settings, calendar))
            .toList();
    Optional<Finding> failed = findings.stream().filter(finding -> !finding.passed()).findFirst();
    return new Result(
        findings.stream().map(Finding::verdict).toList(),
        failed.map(Finding::rule),
        failed.map(Finding::code));
  }
}
