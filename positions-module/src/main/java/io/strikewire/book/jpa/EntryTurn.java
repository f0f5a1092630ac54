package io.strikewire.book.jpa;

import io.strikewire.position.KillSwitch;
import io.strikewire.risk.RiskLimits;
import io.strikewire.risk.RiskLimits.Judgement;
import io.strikewire.risk.Tally;
import io.strikewire.signal.SignalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the entries of one transaction share: under the portfolio's lock and behind the kill
 * switch's gate none of it changes but by themselves, so it is read once.
 *
 * @param violations not yet written
 */
record EntryTurn(
    KillSwitch.State brake, RiskLimits limits, Tally tally, List<Violated> violations) {

  /** An entry that ran into a limit. */
  record Violated(SignalId signal, Judgement judgement, Instant at) {}

  EntryTurn(KillSwitch.State brake, RiskLimits limits, Tally tally) {
    this(brake, limits, tally, new ArrayList<>());
  }
}
