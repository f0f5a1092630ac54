package io.strikewire.broker;

import io.strikewire.broker.Broker.Execution;
import io.strikewire.broker.Broker.Lookup.Found;
import io.strikewire.broker.Broker.Standing;
import io.strikewire.broker.Broker.Ticket;
import io.strikewire.broker.PaperDesk.Arrival;
import io.strikewire.position.Fill.Side;
import io.strikewire.position.Market;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What the paper broker has executed of an order, as a function of when it arrived and what time it
 * is: asking twice gives the same executions, and a crash forgets none.
 */
final class PaperFills {

  private static final int THOUSAND = 1000;

  private PaperFills() {}

  /** Where an order stands at {@code now}. */
  static Found of(Arrival arrival, PaperSettings settings, Instant now) {
    List<Execution> executions = new ArrayList<>();
    int done = 0;
    if (arrival.executable().isPresent()) {
      Instant at = arrival.executable().get().at();
      BigDecimal price = price(arrival.ticket(), arrival.executable().get().market(), settings);
      for (int part : parts(arrival.ticket(), settings)) {
        at = at.plus(settings.latency());
        if (at.isAfter(now) || !inTime(arrival, at)) {
          break;
        }
        executions.add(execution(executions.size() + 1, part, price, settings, at));
        done += part;
      }
    }
    if (done == arrival.ticket().quantity()) {
      return new Found(Standing.DONE, executions);
    }
    return new Found(
        arrival.cancelledAt().isPresent() ? Standing.CANCELLED : Standing.WORKING, executions);
  }

  /** Whether an order can be executed in a market at all. */
  static boolean marketable(Ticket ticket, Market market) {
    return ticket
        .limit()
        .map(
            limit ->
                ticket.side() == Side.BUY
                    ? market.ask().compareTo(limit) <= 0
                    : market.bid().compareTo(limit) >= 0)
        .orElse(true);
  }

  private static boolean inTime(Arrival arrival, Instant at) {
    return arrival.cancelledAt().map(cancelled -> !at.isAfter(cancelled)).orElse(true);
  }

  /** At the ask or bid, worse by the slippage, never worse than the limit, never below zero. */
  private static BigDecimal price(Ticket ticket, Market market, PaperSettings settings) {
    BigDecimal price =
        ticket.side() == Side.BUY
            ? market.ask().add(settings.slippage())
            : market.bid().subtract(settings.slippage()).max(BigDecimal.ZERO);
    BigDecimal bounded =
        ticket
            .limit()
            .map(limit -> ticket.side() == Side.BUY ? price.min(limit) : price.max(limit))
            .orElse(price);
    return bounded.setScale(4, RoundingMode.HALF_UP);
  }

  /** One part, or for some orders two; which ones is settled by their names. */
  private static List<Integer> parts(Ticket ticket, PaperSettings settings) {
    int quantity = ticket.quantity();
    CRC32 lot = new CRC32();
    lot.update(ticket.clientOrderId().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    boolean partial =
        quantity > 1
            && BigDecimal.valueOf(lot.getValue() % THOUSAND, 3).compareTo(settings.partialRate())
                < 0;
    return partial ? List.of(quantity / 2, quantity - quantity / 2) : List.of(quantity);
  }

  private static Execution execution(
      int number, int contracts, BigDecimal price, PaperSettings settings, Instant at) {
    return new Execution(
        Integer.toString(number),
        contracts,
        price,
        cost(settings.commission(), contracts),
        cost(settings.fee(), contracts),
        at);
  }

  private static BigDecimal cost(BigDecimal perContract, int contracts) {
    return perContract.multiply(BigDecimal.valueOf(contracts)).setScale(2, RoundingMode.HALF_UP);
  }
}
