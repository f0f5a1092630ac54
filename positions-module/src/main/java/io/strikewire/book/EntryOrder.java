package io.strikewire.book;

import io.strikewire.contract.ContractClass;
import io.strikewire.contract.Liquidity;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.event.SignalEvent.Entered;
import io.strikewire.event.SignalEvent.Opening;
import io.strikewire.event.SignalEvent.OrderPlaced;
import io.strikewire.event.SignalEvent.OrderRefused;
import io.strikewire.event.SignalRoute;
import io.strikewire.position.Fill.Side;
import io.strikewire.position.KillSwitch;
import io.strikewire.position.Market;
import io.strikewire.position.Order;
import io.strikewire.risk.RiskLimits;
import io.strikewire.risk.RiskLimits.Judgement;
import io.strikewire.signal.Signal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a decided entry may be ordered, and how: the kill switch, the contract's market, and the
 * limits of the book are asked in this order.
 *
 * @param limitOffset USD per share above the ask at which limit orders are placed; empty for market
 *     orders
 */
public record EntryOrder(RiskLimits limits, Liquidity liquidity, Optional<BigDecimal> limitOffset) {

  /** What came of it, and the limit that refused if one did. */
  public record Result(Opening opening, Optional<Judgement> violated) {}

  /** Orders or refuses. Pure: the same arguments give the same result. */
  public Result of(Entered entered, KillSwitch.State brake, RiskLimits.Use use, Instant now) {
    Signal signal = entered.signal();
    Market market = Market.of(entered.price(), now);
    List<Verdict> verdicts = new ArrayList<>(entered.decision().verdicts());
    if (brake.engaged()) {
      verdicts.add(Verdict.fail("KILL_SWITCH", brake.mode() + ": " + brake.reason()));
      return refused(entered, Rejection.KILL_SWITCH, verdicts, Optional.empty(), now);
    }
    Optional<Liquidity.Refusal> illiquid = liquidity.refusal(market, now);
    if (illiquid.isPresent()) {
      verdicts.add(Verdict.fail("LIQUIDITY", illiquid.get().facts()));
      return refused(entered, illiquid.get().code(), verdicts, Optional.empty(), now);
    }
    RiskLimits.Request request =
        new RiskLimits.Request(
            entered.decision().positionSize(), entered.price().ask(), signal.premium());
    List<Judgement> judgements = limits.judge(request, use);
    judgements.forEach(judgement -> verdicts.add(judgement.verdict()));
    Judgement last = judgements.get(judgements.size() - 1);
    return last.allows()
        ? new Result(new OrderPlaced(signal.id(), order(entered, market, now)), Optional.empty())
        : refused(entered, last.limit().code(), verdicts, Optional.of(last), now);
  }

  private Order order(Entered entered, Market market, Instant now) {
    Signal signal = entered.signal();
    return Order.placed(
        Order.entryName(signal.id()),
        Optional.of(signal.id()),
        Order.positionName(signal.id()),
        signal.portfolio(),
        signal.symbol(),
        signal.contract().orElseThrow(),
        Side.BUY,
        "ENTRY",
        limitOffset.map(
            offset ->
                ContractClass.of(signal.contract().orElseThrow().root())
                    .onTick(market.ask().add(offset), RoundingMode.DOWN)),
        entered.decision().positionSize(),
        market,
        now);
  }

  private static Result refused(
      Entered entered,
      Rejection code,
      List<Verdict> verdicts,
      Optional<Judgement> violated,
      Instant now) {
    Decision entry = entered.decision();
    return new Result(
        new OrderRefused(
            new Decision(
                entry.signalId(),
                Decision.Kind.REJECT,
                SignalRoute.OPEN,
                Optional.of(code),
                entry.confidence(),
                0,
                verdicts,
                entry.calculations(),
                entry.rulesVersion(),
                entry.settingsVersion(),
                now)),
        violated);
  }
}
