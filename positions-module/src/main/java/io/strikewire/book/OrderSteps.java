package io.strikewire.book;

import io.strikewire.broker.Broker.Lookup;
import io.strikewire.broker.Broker.Submission;
import io.strikewire.position.Order;
import io.strikewire.signal.Portfolio;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The steps of an order's way to the broker and back; each is a transaction of its own. */
public interface OrderSteps {

  /** Portfolios in which something waits to be handed over. */
  List<Portfolio> waiting();

  /** What the broker has or may have. */
  List<Order> atBroker();

  /** Marks what waits as sent, before it is; what must not go is ended instead. */
  List<Order> claim(Portfolio portfolio, Instant now);

  /**
   * Hands an entry over unless the kill switch is set; while this runs it cannot be.
   *
   * @return empty when it was not handed over
   */
  Optional<Submission> throughGate(Supplier<Submission> handOver);

  /** Writes down that a claimed order was not handed over. */
  void withheld(Order claimed, Instant now);

  /** Writes down what came of a hand-over. */
  void handedOver(Order claimed, Submission submission, Instant now);

  /** Writes down what the broker says of an order; saying it twice changes nothing. */
  void reported(Order asked, Lookup lookup, Instant now);
}
