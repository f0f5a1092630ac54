package io.strikewire.signal;

import io.strikewire.payload.Payload;
import java.time.Instant;

/**
 * An alert as it arrived and was stored: well-formed, not yet given a meaning.
 *
 * @param id its name
 * @param portfolio whose book it acts on
 * @param grade how well the sender proved itself
 * @param payload the body
 * @param receivedAt when it was stored
 */
public record RawSignal(
    SignalId id, Portfolio portfolio, AuthGrade grade, Payload payload, Instant receivedAt) {}
