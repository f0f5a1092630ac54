package io.strikewire.audit.cdi;

import io.strikewire.audit.AuditNote;
import io.strikewire.audit.AuditTrail;
import io.strikewire.event.Audited;
import io.strikewire.json.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.TreeMap;

/** Notes who asked for a change, in the transaction that makes it; the row's note says what. */
@ApplicationScoped
public class ActorNote {

  @Inject private AuditTrail trail;

  void on(@Observes Audited change) {
    trail.note(
        new AuditNote(
            change.at(),
            change.actor(),
            change.action(),
            change.subject(),
            JsonText.of(new TreeMap<>(change.facts()))));
  }
}
