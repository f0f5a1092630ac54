package io.strikewire.event;

import io.strikewire.signal.Portfolio;

/**
 * All signals of the portfolio's turn are decided: what was only remembered has to be written now,
 * in the transaction under way. Fired once a turn that has signals.
 */
public record PortfolioDecided(Portfolio portfolio) {}
