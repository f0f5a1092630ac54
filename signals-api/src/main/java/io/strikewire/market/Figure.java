package io.strikewire.market;

import java.time.Instant;

/**
 * One number or word of a market context, with where it came from.
 *
 * @param name its path, {@code opening_range.high} or {@code computed.trend}
 * @param value as plain text
 * @param source who said so, or what it was computed from
 * @param asOf when it was true
 */
public record Figure(String name, String value, String source, Instant asOf) {}
