package io.strikewire.book;

import io.strikewire.broker.PaperSettings;
import io.strikewire.contract.ContractPolicy;
import io.strikewire.exit.ExitSettings;
import io.strikewire.mark.Marks;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * The book's settings in force.
 *
 * @param paper how the paper broker behaves
 * @param entries what may be ordered, and how
 * @param contracts which option is chosen for a signal that names none
 * @param marks which price values a position
 * @param exits when a position is sold
 * @param orders how long orders wait
 * @param brakes when the kill switch sets itself
 * @param exitsEvery how often positions are looked at when nothing calls for it
 * @param checkedEvery how often the invariants are checked at most
 */
public record BookSettings(
    PaperSettings paper,
    EntryOrder entries,
    ContractPolicy contracts,
    Marks marks,
    ExitSettings exits,
    OrderPatience orders,
    BrakeRules brakes,
    Duration exitsEvery,
    Duration checkedEvery) {

  /**
   * How long orders wait.
   *
   * @param entryLife an entry that could not be handed over for so long is not any more
   * @param reconcileAfter how long after its hand-over an order that the broker does not know
   *     counts as never received
   */
  public record OrderPatience(Duration entryLife, Duration reconcileAfter) {}

  /**
   * When the kill switch sets itself.
   *
   * @param maxLoss USD lost in a New York day
   * @param maxUnknown orders without an answer
   * @param unknownFor for how long they have none
   */
  public record BrakeRules(BigDecimal maxLoss, int maxUnknown, Duration unknownFor) {}
}
