package io.strikewire.telemetry;

import io.strikewire.event.OrderMoved;
import io.strikewire.position.Order;
import io.strikewire.position.OrderState;
import io.strikewire.trace.Passage;
import io.strikewire.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the log and the traces what became of orders, after the commit. */
@ApplicationScoped
public class OrderTales {

  private static final System.Logger LOG = System.getLogger("io.strikewire.order");

  @Inject private Traces traces;

  void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderMoved moved) {
    if (moved.order().state() == OrderState.SENT) {
      return;
    }
    if (traces.wanted()) {
      trace(moved);
    }
    LOG.log(System.Logger.Level.INFO, "orders {0}", List.of(line(moved)));
  }

  /** From the decision to the broker's word, and in it the time at the broker. */
  private void trace(OrderMoved moved) {
    Order order = moved.order();
    long now = System.nanoTime();
    Map<String, String> facts = facts(order);
    Passage whole =
        new Passage("ORDER", now - nanos(order.createdAt(), order.updatedAt()), now, facts);
    List<Passage> parts =
        order
            .progress()
            .sentAt()
            .filter(sent -> order.filled() > 0)
            .map(
                sent ->
                    new Passage(
                        order.isEntry() ? "POSITION" : "EXIT",
                        now - nanos(sent, order.updatedAt()),
                        now,
                        facts))
            .stream()
            .toList();
    traces.add(moved.signal(), whole, parts);
  }

  private static long nanos(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toNanos());
  }

  private static Map<String, String> facts(Order order) {
    return Map.of(
        "outcome",
        "ORDER_" + order.state(),
        "side",
        order.side().name(),
        "filled",
        order.filled() + " of " + order.quantity(),
        "position_id",
        order.positionId().toString(),
        "client_order_id",
        order.clientOrderId());
  }

  private static Map<String, Object> line(OrderMoved moved) {
    Order order = moved.order();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("correlation_id", moved.signal());
    line.put("trace_id", moved.signal().traceId());
    line.put("outcome", "ORDER_" + order.state());
    line.put("stage", order.isEntry() ? "OPEN" : "CLOSE");
    line.put("reason", order.note().isEmpty() ? order.reason() : order.note());
    line.put("position_id", order.positionId());
    return line;
  }
}
