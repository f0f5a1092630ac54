package io.strikewire.position;

import java.time.Instant;

/**
 * Sensitivities of one option per share: by the model from its chain's volatility, gamma as the
 * chain gave it if it did.
 *
 * @param delta USD per USD of the underlying, -1 to 1
 * @param gamma delta per USD of the underlying
 * @param theta USD per day that passes
 * @param vega USD per point of volatility (0.01)
 * @param volatility implied, per year: 0.2 is 20 %
 * @param asOf when the chain was quoted
 */
public record Greeks(
    double delta, double gamma, double theta, double vega, double volatility, Instant asOf) {}
