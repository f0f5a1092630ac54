package io.strikewire.position;

import io.strikewire.archive.Page;
import io.strikewire.archive.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The orders, as others may read them. */
public interface OrderBook {

  /** Orders, newest first. */
  Page<Order> page(OrderRequest request);

  /** One order. */
  Optional<Order> order(UUID id);

  /** A position's orders, oldest first. */
  List<Order> ordersOf(UUID positionId);

  /** Which orders; {@code status} is a state. */
  record OrderRequest(PageRequest page) {}
}
