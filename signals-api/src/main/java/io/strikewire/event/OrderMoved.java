package io.strikewire.event;

import io.strikewire.position.Order;
import io.strikewire.signal.SignalId;

/**
 * The broker, or nobody any more, has an order otherwise than before; fired in the transaction that
 * writes it down.
 *
 * @param order as it is now
 * @param signal which it came of: the one that asked for it, else the one that opened its position
 */
public record OrderMoved(Order order, SignalId signal) {}
