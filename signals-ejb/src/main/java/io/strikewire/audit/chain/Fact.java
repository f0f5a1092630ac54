package io.strikewire.audit.chain;

import io.strikewire.signal.SignalId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a record says, before it has its place.
 *
 * @param at to the microsecond
 * @param payload a JSON object
 */
public record Fact(
    Instant at,
    String actor,
    String action,
    String subject,
    Optional<String> symbol,
    Optional<SignalId> signal,
    String payload) {}
