package io.strikewire.event;

import io.strikewire.signal.Portfolio;

/**
 * The portfolio's turn is next: no transaction is open and no lock is held yet. The moment for what
 * comes before signals, each in a transaction of its own that is over when this returns.
 */
public record TurnDue(Portfolio portfolio) {}
