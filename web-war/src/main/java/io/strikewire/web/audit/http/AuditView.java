package io.strikewire.web.audit.http;

import io.strikewire.audit.AuditRecord;
import io.strikewire.signal.SignalId;
import io.strikewire.web.reading.StoredJson;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record of the audit log. */
@JsonbPropertyOrder({
  "chain",
  "id",
  "at",
  "actor",
  "action",
  "subject",
  "symbol",
  "signalId",
  "payload",
  "previous",
  "hash"
})
public record AuditView(
    String chain,
    long id,
    Instant at,
    String actor,
    String action,
    String subject,
    @Nullable String symbol,
    @JsonbProperty("signal_id") @Nullable UUID signalId,
    Object payload,
    String previous,
    String hash) {

  static AuditView of(AuditRecord record) {
    return new AuditView(
        record.chain(),
        record.id(),
        record.at(),
        record.actor(),
        record.action(),
        record.subject(),
        record.symbol().orElse(null),
        record.signal().map(SignalId::value).orElse(null),
        StoredJson.value(record.payload()),
        record.previous(),
        record.hash());
  }
}
