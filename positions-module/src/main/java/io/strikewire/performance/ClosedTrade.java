package io.strikewire.performance;

import java.math.BigDecimal;

/** A closed position: its realized profit or loss in USD and what it has in common with others. */
public record ClosedTrade(String source, String symbol, String reason, BigDecimal realized) {}
