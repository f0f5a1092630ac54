package io.strikewire.archive;

import io.strikewire.signal.SignalId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of {@code processing_errors}.
 *
 * @param signalId the signal that failed; empty when what came never became one
 * @param sender who sent what never became a signal
 * @param stage where: {@code INTAKE} or {@code ROUTE}
 * @param dead whether the signal was given up on with this failure
 */
public record StoredError(
    UUID id,
    Optional<SignalId> signalId,
    Optional<String> sender,
    String stage,
    String code,
    String detail,
    boolean dead,
    Instant createdAt) {}
