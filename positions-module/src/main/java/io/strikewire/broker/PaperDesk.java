package io.strikewire.broker;

import io.strikewire.broker.Broker.Ticket;
import io.strikewire.position.Market;
import java.time.Instant;
import java.util.Optional;

/** What the paper broker remembers, on its own side of the line: orders that arrived. */
public interface PaperDesk {

  /** An order that arrived, if it did. */
  Optional<Arrival> find(String clientOrderId);

  /**
   * Notes an arrival.
   *
   * @return whether it was the first of its name
   */
  boolean arrive(Ticket ticket, Instant at);

  /** Notes when its withdrawal was asked for, the first time. */
  void cancel(String clientOrderId, Instant at);

  /** Notes that the market came to its limit, the first time. */
  void cross(String clientOrderId, Market market, Instant at);

  /**
   * An order that arrived.
   *
   * @param executable the market it is executed in, and from when; empty while its limit is away
   */
  record Arrival(
      Ticket ticket, Instant at, Optional<Crossing> executable, Optional<Instant> cancelledAt) {}

  /** The market at which an order can be executed. */
  record Crossing(Market market, Instant at) {}
}
