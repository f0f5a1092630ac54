package io.strikewire.broker;

import io.strikewire.broker.Broker.Lookup.Absent;
import io.strikewire.broker.Broker.Lookup.Found;
import io.strikewire.broker.Broker.Lookup.Unreachable;
import io.strikewire.broker.Broker.Submission.Accepted;
import io.strikewire.broker.Broker.Submission.Refused;
import io.strikewire.broker.Broker.Submission.Unknown;
import io.strikewire.broker.PaperDesk.Arrival;
import io.strikewire.option.OptionContract;
import io.strikewire.position.Market;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntUnaryOperator;

/**
 * Executes on paper: at the ask or bid with slippage, for a cost per contract, late, in parts, or
 * not at all, and sometimes without telling, as configured.
 */
public final class PaperBroker implements Broker {

  private static final int MILLION = 1_000_000;

  private final PaperSettings settings;
  private final PaperDesk desk;
  private final BiFunction<OptionContract, Instant, Optional<Market>> quotes;
  private final IntUnaryOperator chance;

  /**
   * @param desk what it remembers
   * @param quotes the market in which resting limit orders may come to be executed
   * @param chance a number from 0 below its argument: which orders are struck by faults
   */
  public PaperBroker(
      PaperSettings settings,
      PaperDesk desk,
      BiFunction<OptionContract, Instant, Optional<Market>> quotes,
      IntUnaryOperator chance) {
    this.settings = settings;
    this.desk = desk;
    this.quotes = quotes;
    this.chance = chance;
  }

  @Override
  public Submission submit(Ticket ticket, Instant now) {
    if (strikes(settings.lostBefore())) {
      return new Unknown("no answer");
    }
    if (strikes(settings.rejectRate())) {
      return new Refused("refused on paper");
    }
    if (!desk.arrive(ticket, now)) {
      return new Refused("there is an order " + ticket.clientOrderId() + " already");
    }
    if (PaperFills.marketable(ticket, ticket.market())) {
      desk.cross(ticket.clientOrderId(), ticket.market(), now);
    }
    return strikes(settings.lostAfter()) ? new Unknown("no answer") : new Accepted();
  }

  @Override
  public Lookup lookup(String clientOrderId, Instant now) {
    if (strikes(settings.unreachable())) {
      return new Unreachable("no answer");
    }
    Optional<Arrival> arrival = desk.find(clientOrderId);
    if (arrival.isEmpty()) {
      return new Absent();
    }
    return repeating(PaperFills.of(crossing(arrival.get(), now), settings, now));
  }

  @Override
  public void cancel(String clientOrderId, Instant now) {
    if (!strikes(settings.unreachable())) {
      desk.cancel(clientOrderId, now);
    }
  }

  private Arrival crossing(Arrival arrival, Instant now) {
    if (arrival.executable().isPresent() || arrival.cancelledAt().isPresent()) {
      return arrival;
    }
    Ticket ticket = arrival.ticket();
    return quotes
        .apply(ticket.contract(), now)
        .filter(market -> PaperFills.marketable(ticket, market))
        .flatMap(
            market -> {
              desk.cross(ticket.clientOrderId(), market, now);
              return desk.find(ticket.clientOrderId());
            })
        .orElse(arrival);
  }

  private Found repeating(Found found) {
    List<Execution> told = new ArrayList<>();
    for (Execution execution : found.executions()) {
      told.add(execution);
      if (strikes(settings.repeatRate())) {
        told.add(execution);
      }
    }
    return new Found(found.standing(), told);
  }

  private boolean strikes(BigDecimal rate) {
    return rate.signum() > 0
        && BigDecimal.valueOf(chance.applyAsInt(MILLION), 6).compareTo(rate) < 0;
  }
}
