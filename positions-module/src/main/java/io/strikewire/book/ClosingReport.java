package io.strikewire.book;

import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.event.SignalEvent.Closing;
import io.strikewire.event.SignalEvent.ExitsOrdered;
import io.strikewire.event.SignalEvent.Rejected;
import io.strikewire.event.SignalRoute;
import io.strikewire.market.MarketDataMode;
import io.strikewire.position.Order;
import io.strikewire.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The decision on a closing signal: EXIT with what is sold and what is not bought any more, or
 * REJECT when there was nothing.
 */
public final class ClosingReport {

  private ClosingReport() {}

  /**
   * Tells what a closing signal did.
   *
   * @param sales orders that sell
   * @param withdrawn orders that were to buy
   * @param mode how well the service is supplied with market data
   */
  public static Closing of(
      Signal signal,
      List<Order> sales,
      List<Order> withdrawn,
      MarketDataMode mode,
      Decision.Versions versions,
      Instant now) {
    String side = signal.intent().side().map(named -> " " + named).orElse("");
    String wanted = signal.symbol() + side;
    if (sales.isEmpty() && withdrawn.isEmpty()) {
      return new Rejected(
          Decision.rejected(
              signal.id(),
              SignalRoute.CLOSE,
              Rejection.NOTHING_TO_CLOSE,
              List.of(Verdict.fail("OPEN_POSITION", "no open " + wanted)),
              mode.statedIn(Map.of("wanted", wanted)),
              versions,
              now));
    }
    return new ExitsOrdered(
        sales,
        new Decision(
            signal.id(),
            Decision.Kind.EXIT,
            SignalRoute.CLOSE,
            Optional.empty(),
            0,
            0,
            Stream.concat(
                    sales.stream().map(ClosingReport::sale),
                    withdrawn.stream().map(ClosingReport::withdrawal))
                .toList(),
            Map.of(
                "wanted",
                wanted,
                "positions",
                sales.size(),
                "contracts",
                sales.stream().mapToInt(Order::quantity).sum(),
                "entriesWithdrawn",
                withdrawn.size(),
                MarketDataMode.STATED_AS,
                mode.name()),
            versions.rules(),
            versions.settings(),
            now));
  }

  private static Verdict sale(Order order) {
    return Verdict.pass(
        "OPEN_POSITION",
        order.quantity()
            + " of "
            + order.contract()
            + " to be sold, "
            + order.market().bid()
            + " USD by "
            + order.market().basis());
  }

  private static Verdict withdrawal(Order order) {
    return Verdict.pass(
        "ENTRY_AT_WORK",
        order.remaining() + " of " + order.contract() + " are not to be bought any more");
  }
}
