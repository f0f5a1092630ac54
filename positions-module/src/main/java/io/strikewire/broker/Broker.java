package io.strikewire.broker;

import io.strikewire.option.OptionContract;
import io.strikewire.position.Fill.Side;
import io.strikewire.position.Market;
import io.strikewire.position.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whoever executes orders. Its answers can be lost at any point; what it did is found out by asking
 * for the client order id, never by sending again.
 */
public interface Broker {

  /** Hands an order over. */
  Submission submit(Ticket ticket, Instant now);

  /** Asks what became of an order. */
  Lookup lookup(String clientOrderId, Instant now);

  /** Asks for an order's withdrawal; whether it came in time is found out by {@link #lookup}. */
  void cancel(String clientOrderId, Instant now);

  /**
   * An order as a broker sees it.
   *
   * @param limit the worst price in USD per share; empty for a market order
   * @param market the price known when it was placed
   */
  record Ticket(
      String clientOrderId,
      OptionContract contract,
      Side side,
      int quantity,
      Optional<BigDecimal> limit,
      Market market) {

    /** The ticket of an order. */
    public static Ticket of(Order order) {
      return new Ticket(
          order.clientOrderId(),
          order.contract(),
          order.side(),
          order.remaining(),
          order.limit(),
          order.market());
    }
  }

  /** What came of handing over. */
  sealed interface Submission {
    /** The broker has it. */
    record Accepted() implements Submission {}

    /** The broker will not have it. */
    record Refused(String why) implements Submission {}

    /** Nobody knows: the order may or may not have arrived. */
    record Unknown(String why) implements Submission {}
  }

  /** What is known of an order. */
  sealed interface Lookup {
    /** The broker has it: where it stands, and every execution so far; some may be told twice. */
    record Found(Standing standing, List<Execution> executions) implements Lookup {
      public Found {
        executions = List.copyOf(executions);
      }
    }

    /** The broker never had it. */
    record Absent() implements Lookup {}

    /** The broker does not answer. */
    record Unreachable(String why) implements Lookup {}
  }

  /** Where an order stands at the broker. */
  enum Standing {
    WORKING,
    DONE,
    CANCELLED
  }

  /**
   * One execution.
   *
   * @param id the broker's name for it, unique within the order
   * @param price USD per share
   * @param commission USD for all of its contracts
   * @param fee USD for all of its contracts
   */
  record Execution(
      String id,
      int quantity,
      BigDecimal price,
      BigDecimal commission,
      BigDecimal fee,
      Instant at) {}
}
