package io.strikewire.event;

import io.strikewire.signal.Portfolio;

/**
 * The transaction under way holds the portfolio's lock, and no signal has been decided in it yet:
 * the moment for controls, fills and exits, which come before signals. Fired once a turn; a turn
 * comes when signals wait.
 */
public record PortfolioLocked(Portfolio portfolio) {}
