package io.strikewire.validate;

import io.strikewire.confluence.ConfluenceSettings;
import io.strikewire.confluence.Ratio;
import java.time.Duration;
import java.time.LocalTime;

/**
 * Limits of the validation rules.
 *
 * @param cooldown least time between two entries of one symbol and side
 * @param windowStart first time of day in New York at which entries are allowed
 * @param windowEnd first time at which they no longer are
 * @param maxAge oldest alert
 * @param clockSkew how far ahead of our clock an alert's time may be
 * @param leastAlignment least weighted agreement of the larger timeframes, 0 to 1
 * @param leastConfluence least weighted agreement of other sources, 0 to 1
 * @param weights how much each source's word counts
 */
public record ValidationSettings(
    Duration cooldown,
    LocalTime windowStart,
    LocalTime windowEnd,
    Duration maxAge,
    Duration clockSkew,
    Ratio leastAlignment,
    Ratio leastConfluence,
    ConfluenceSettings weights) {}
