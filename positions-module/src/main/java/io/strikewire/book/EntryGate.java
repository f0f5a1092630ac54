package io.strikewire.book;

import io.strikewire.contract.Liquidity;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.risk.RiskLimits;
import io.strikewire.risk.RiskLimits.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a decided entry may be ordered: the kill switch, the contract's market, and the limits of
 * the book are asked in this order.
 */
public record EntryGate(RiskLimits limits, Liquidity liquidity) {

  /**
   * What came of it.
   *
   * @param verdicts every rule's word, up to the first that refuses
   * @param refusal its code; empty when the entry may be ordered
   * @param violated the limit that refused, if it was one
   */
  public record Judged(
      List<Verdict> verdicts, Optional<Rejection> refusal, Optional<Judgement> violated) {

    private static Judged refused(Rejection code, Verdict verdict) {
      return new Judged(List.of(verdict), Optional.of(code), Optional.empty());
    }
  }

  /** Asks. Pure: the same arguments give the same result. */
  public Judged judge(EntryAsked asked) {
    if (asked.brake().engaged()) {
      return Judged.refused(
          Rejection.KILL_SWITCH,
          Verdict.fail("KILL_SWITCH", asked.brake().mode() + ": " + asked.brake().reason()));
    }
    Optional<Liquidity.Refusal> illiquid = liquidity.refusal(asked.market(), asked.now());
    if (illiquid.isPresent()) {
      return Judged.refused(
          illiquid.get().code(), Verdict.fail("LIQUIDITY", illiquid.get().facts()));
    }
    List<Verdict> verdicts = new ArrayList<>();
    List<Judgement> judgements = limits.judge(asked.request(), asked.use());
    judgements.forEach(judgement -> verdicts.add(judgement.verdict()));
    Optional<Judgement> violated =
        judgements.stream().filter(judgement -> !judgement.allows()).findFirst();
    return new Judged(verdicts, violated.map(judgement -> judgement.limit().code()), violated);
  }
}
