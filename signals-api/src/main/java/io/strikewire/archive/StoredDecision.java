package io.strikewire.archive;

import io.strikewire.signal.SignalId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A decision's row.
 *
 * @param reasoning JSON array of verdicts: rule, outcome, detail
 * @param calculations JSON object
 */
public record StoredDecision(
    UUID id,
    SignalId signalId,
    String kind,
    String stage,
    Optional<String> rejection,
    double confidence,
    int positionSize,
    String reasoning,
    String calculations,
    String rulesVersion,
    String settingsVersion,
    Instant createdAt) {}
