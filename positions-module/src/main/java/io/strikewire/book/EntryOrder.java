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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a decided entry into an order, or refuses it.
 *
 * @param limitOffset USD per share above the ask at which limit orders are placed; empty for market
 *     orders
 */
public record EntryOrder(RiskLimits limits, Liquidity liquidity, Optional<BigDecimal> limitOffset) {

  /** Where a refusal keeps what the book looked at, among the decision's calculations. */
  static final String BOOK = "book";

  /** What came of it, and the limit that refused if one did. */
  public record Result(Opening opening, Optional<Judgement> violated) {}

  /** Orders or refuses. Pure: the same arguments give the same result. */
  public Result of(Entered entered, KillSwitch.State brake, RiskLimits.Use use, Instant now) {
    Signal signal = entered.signal();
    EntryAsked asked =
        new EntryAsked(
            entered.decision().positionSize(),
            Market.of(entered.price(), now),
            signal.premium(),
            brake,
            use,
            now);
    EntryGate.Judged judged = new EntryGate(limits, liquidity).judge(asked);
    Opening opening =
        judged
            .refusal()
            .<Opening>map(code -> refused(entered.decision(), code, judged.verdicts(), asked))
            .orElseGet(() -> new OrderPlaced(signal.id(), order(entered, asked.market(), now)));
    return new Result(opening, judged.violated());
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

  private OrderRefused refused(
      Decision entry, Rejection code, List<Verdict> verdicts, EntryAsked asked) {
    List<Verdict> all = new ArrayList<>(entry.verdicts());
    all.addAll(verdicts);
    Map<String, Object> calculations = new LinkedHashMap<>(entry.calculations());
    calculations.put(BOOK, EntryFacts.of(asked, limits));
    return new OrderRefused(
        new Decision(
            entry.signalId(),
            Decision.Kind.REJECT,
            SignalRoute.OPEN,
            Optional.of(code),
            entry.confidence(),
            0,
            all,
            calculations,
            entry.rulesVersion(),
            entry.settingsVersion(),
            asked.now()));
  }
}
