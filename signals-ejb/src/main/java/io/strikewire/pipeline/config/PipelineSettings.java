package io.strikewire.pipeline.config;

import io.strikewire.decide.DecisionSettings;
import io.strikewire.validate.ValidationSettings;
import java.time.Duration;

/**
 * The pipeline's settings in force.
 *
 * @param dedupWindow how long an alert speaks for others with its fingerprint
 * @param timestampRequired whether an alert has to say when it happened
 * @param attempts how often a failing signal is tried before it is given up as dead
 */
public record PipelineSettings(
    ValidationSettings validation,
    DecisionSettings decision,
    Duration dedupWindow,
    boolean timestampRequired,
    int attempts) {}
