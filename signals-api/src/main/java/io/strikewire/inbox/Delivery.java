package io.strikewire.inbox;

import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Portfolio;
import java.time.Duration;
import java.util.Optional;

/**
 * Bytes from a sender that has proved itself.
 *
 * @param sender who, for recognising its repeats
 * @param portfolio whose book it acts on
 * @param defaults what its alerts mean where they do not say
 * @param grade how well it proved itself
 * @param freshWithin how far from now an alert's own time may be, if the sender is bound to that
 * @param idempotencyKey the sender's own name for this delivery, if it gave one
 * @param body the raw body
 */
public record Delivery(
    String sender,
    Portfolio portfolio,
    AlertDefaults defaults,
    AuthGrade grade,
    Optional<Duration> freshWithin,
    Optional<String> idempotencyKey,
    byte[] body) {}
