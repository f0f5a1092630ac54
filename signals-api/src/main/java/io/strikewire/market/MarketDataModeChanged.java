package io.strikewire.market;

/** The service entered or left the degraded mode; {@code mode} is the one that holds now. */
public record MarketDataModeChanged(MarketDataMode mode) {}
