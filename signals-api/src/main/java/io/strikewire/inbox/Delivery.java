package io.strikewire.inbox;

import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Portfolio;
import java.util.Optional;

/**
 * Bytes from a sender that has proved itself.
 *
 * @param sender who, for recognising its repeats
 * @param portfolio whose book it acts on
 * @param source what the sender's alerts are called when they do not say
 * @param grade how well it proved itself
 * @param idempotencyKey the sender's own name for this delivery, if it gave one
 * @param body the raw body
 */
public record Delivery(
    String sender,
    Portfolio portfolio,
    Optional<String> source,
    AuthGrade grade,
    Optional<String> idempotencyKey,
    byte[] body) {}
