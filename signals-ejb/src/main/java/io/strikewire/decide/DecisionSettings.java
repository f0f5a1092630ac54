package io.strikewire.decide;

import java.math.BigDecimal;

/**
 * The numbers a decision depends on. Confidence is in points of 0 to 100, sizes in contracts, money
 * in USD.
 */
public record DecisionSettings(
    double baseConfidence,
    double minConfidence,
    double contextRange,
    double positioningRange,
    double gexRange,
    double gexStaleReduction,
    double maxVix,
    BigDecimal vixReduction,
    int baseSize,
    BigDecimal kellyFraction,
    int minSize,
    int maxSize,
    BigDecimal maxExposure) {}
