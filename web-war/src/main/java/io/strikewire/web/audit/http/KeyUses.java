package io.strikewire.web.audit.http;

import io.strikewire.audit.AuditNote;
import io.strikewire.audit.AuditTrail;
import io.strikewire.web.access.KeyUsed;
import io.strikewire.web.audit.SeenKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Instant;

/**
 * Puts on record who came in with a key, and what for. In development nobody is asked for one, so
 * there is nothing to record.
 */
@ApplicationScoped
public class KeyUses {

  private static final System.Logger LOG = System.getLogger(KeyUses.class.getName());

  private final SeenKeys seen = new SeenKeys();

  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  /** A record that cannot be kept now must not keep an operator from the brakes. */
  void on(@Observes KeyUsed use) {
    Instant now = clock.instant();
    if (!seen.isNew(use.key(), use.method(), use.path(), now)) {
      return;
    }
    String facts =
        Json.createObjectBuilder()
            .add("method", use.method())
            .add("address", use.address())
            .build()
            .toString();
    try {
      trail.note(new AuditNote(now, use.key(), "KEY_USE", use.path(), facts));
    } catch (RuntimeException away) {
      LOG.log(System.Logger.Level.WARNING, "the use of a key is not on record", away);
    }
  }
}
