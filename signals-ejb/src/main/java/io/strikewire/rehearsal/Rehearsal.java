package io.strikewire.rehearsal;

import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The end of a test signal: every rule was asked, and the answer is always the same refusal. */
public final class Rehearsal {

  private Rehearsal() {}

  /**
   * The decision of a test.
   *
   * @param before what the stages before said
   * @param made what would have been decided
   */
  public static Decision refused(List<Verdict> before, Decision made) {
    List<Verdict> verdicts = new ArrayList<>(before);
    verdicts.addAll(made.verdicts());
    verdicts.add(verdict(made));
    return Decision.rejected(
        made.signalId(),
        made.stage(),
        Rejection.TEST_SIGNAL,
        verdicts,
        made.calculations(),
        new Decision.Versions(made.rulesVersion(), made.settingsVersion()),
        made.at());
  }

  /** Why it ends here, with what the entry rules alone came to. */
  public static Verdict verdict(Decision made) {
    return Verdict.fail(
        Rejection.TEST_SIGNAL.name(),
        String.format(
            Locale.ROOT,
            "a test is never traded; the entry rules alone said %s at confidence %.1f with %d"
                + " contracts",
            made.kind(),
            made.confidence(),
            made.positionSize()));
  }
}
