package io.strikewire.audit;

import io.strikewire.signal.SignalId;
import java.time.Instant;
import java.util.Optional;

/**
 * One record of the audit log, at its place in a chain.
 *
 * @param chain the portfolio's name, or {@link AuditNote#SYSTEM}
 * @param id place in the chain, from 1 without a gap
 * @param at when it happened by the service's clock, to the microsecond
 * @param actor who did it: a sender, the rules, an operator's key, a session of the database
 * @param action what was done, such as {@code DECISION}
 * @param subject what it was done to
 * @param payload the facts, as a JSON object
 * @param previous the hash of the record before, or of the chain's name
 * @param hash 64 hexadecimal digits over all of the above
 */
public record AuditRecord(
    String chain,
    long id,
    Instant at,
    String actor,
    String action,
    String subject,
    Optional<String> symbol,
    Optional<SignalId> signal,
    String payload,
    String previous,
    String hash) {}
