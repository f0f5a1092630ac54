package io.strikewire.option;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * One option of a chain. Prices are USD per share.
 *
 * @param bid 0 when there is none
 * @param ask 0 when there is none
 * @param delta USD per USD of the underlying, -1 to 1; 0 without a volatility
 * @param gamma delta per USD of the underlying, the chain's or the model's; 0 when neither is known
 * @param theta USD per day that passes; 0 without a volatility
 * @param vega USD per point of volatility (0.01); 0 without a volatility
 * @param volatility implied, per year; 0 when unknown
 * @param openInterest contracts; empty when the chain does not know
 */
public record Listing(
    OptionContract contract,
    BigDecimal bid,
    BigDecimal ask,
    double delta,
    double gamma,
    double theta,
    double vega,
    double volatility,
    OptionalDouble openInterest) {}
