package io.strikewire.signal;

import java.time.Instant;

/**
 * Another signal that a signal is compared with.
 *
 * @param id its name
 * @param source who spoke, upper case
 * @param timestamp when it was, by its sender's word
 */
public record Peer(
    String id,
    String source,
    Symbol symbol,
    Direction direction,
    Timeframe timeframe,
    Instant timestamp) {}
