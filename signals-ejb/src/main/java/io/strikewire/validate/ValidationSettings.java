package io.strikewire.validate;

import java.time.Duration;
import java.time.LocalTime;

/**
 * Limits of the entry rules.
 *
 * @param cooldown least time between two entries of one symbol and side
 * @param windowStart first time of day in New York at which entries are allowed
 * @param windowEnd first time at which they no longer are
 * @param maxAge oldest alert
 * @param clockSkew how far ahead an alert's time may be
 */
public record ValidationSettings(
    Duration cooldown,
    LocalTime windowStart,
    LocalTime windowEnd,
    Duration maxAge,
    Duration clockSkew) {}
