package io.strikewire.position;

import java.time.Instant;

/**
 * Sensitivities of one option per share, as its chain gave them.
 *
 * @param delta USD per USD of the underlying, -1 to 1
 * @param gamma delta per USD of the underlying
 * @param volatility implied, per year: 0.2 is 20 %
 * @param asOf when the chain was quoted
 */
public record Greeks(double delta, double gamma, double volatility, Instant asOf) {}
