package io.strikewire.contract;

import io.strikewire.option.OptionContract;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * One option of a chain. Prices are USD per share.
 *
 * @param delta -1 to 1
 * @param openInterest contracts; empty when the chain does not know
 */
public record Listing(
    OptionContract contract,
    BigDecimal bid,
    BigDecimal ask,
    double delta,
    OptionalDouble openInterest) {}
