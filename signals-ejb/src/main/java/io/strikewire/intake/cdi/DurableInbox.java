package io.strikewire.intake.cdi;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.strikewire.inbox.Delivery;
import io.strikewire.inbox.Inbox;
import io.strikewire.intake.AlertDialect;
import io.strikewire.intake.DeliveryKeys;
import io.strikewire.intake.jdbc.DeliveryStore;
import io.strikewire.intake.jdbc.DeliveryStore.Outcome;
import io.strikewire.json.StrictJson;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.pipeline.config.PipelineSettings;
import io.strikewire.signal.RawSignal;
import io.strikewire.signal.SignalId;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Reads a delivery, stores it, and says what became of it. One delivery, one commit. */
@ApplicationScoped
public class DurableInbox implements Inbox {

  private static final System.Logger LOG = System.getLogger(DurableInbox.class.getName());
  private static final String DEFAULT_SOURCE = "TRADINGVIEW";
  private static final int ATTEMPTS = 3;

  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
  private final AtomicLong lastRefusal = new AtomicLong();

  @Inject private DeliveryStore store;
  @Inject private Clock clock;
  @Inject private PipelineSettings settings;

  @Override
  public Acceptance accept(Delivery delivery) {
    UUID id = ids.generate();
    StrictJson.Reading reading = StrictJson.read(delivery.body());
    if (reading instanceof StrictJson.Reading.Malformed malformed) {
      return refuse(id, delivery, List.of(malformed.mistake()));
    }
    Payload payload = ((StrictJson.Reading.Read) reading).payload();
    Instant now = clock.instant();
    SortedMap<String, Instant> keys =
        DeliveryKeys.of(delivery, AlertDialect.hasTimestamp(payload), settings.dedupWindow(), now);
    if (payload.first("type").filter("CONTEXT"::equals).isPresent()) {
      return answer(id, delivery, false, () -> store.storeContext(id, payload, keys, now));
    }
    RawSignal raw =
        new RawSignal(new SignalId(id), delivery.portfolio(), delivery.grade(), payload, now);
    AlertDialect.Reading alert = AlertDialect.read(raw, delivery.source().orElse(DEFAULT_SOURCE));
    if (alert instanceof AlertDialect.Reading.Mistaken mistaken) {
      return refuse(id, delivery, mistaken.mistakes());
    }
    if (settings.timestampRequired() && !AlertDialect.hasTimestamp(payload)) {
      return refuse(
          id, delivery, List.of(new Mistake("timestamp", "nothing", "when the alert fired")));
    }
    AlertDialect.Reading.Understood understood = (AlertDialect.Reading.Understood) alert;
    String body = new String(delivery.body(), StandardCharsets.UTF_8);
    return answer(id, delivery, true, () -> store.store(understood.signal(), body, keys));
  }

  private Acceptance answer(UUID id, Delivery delivery, boolean signal, Supplier<Outcome> storing) {
    try {
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        Outcome outcome = storing.get();
        if (outcome instanceof Outcome.Stored) {
          return new Acceptance.Accepted(id, signal);
        }
        if (outcome instanceof Outcome.Repeated repeated) {
          return new Acceptance.Duplicate(repeated.first());
        }
        if (outcome instanceof Outcome.Refused refused) {
          return refuse(id, delivery, refused.mistakes());
        }
      }
      return new Acceptance.Unavailable(id);
    } catch (EJBException unavailable) {
      LOG.log(System.Logger.Level.WARNING, "cannot store delivery " + id, unavailable);
      return new Acceptance.Unavailable(id);
    }
  }

  /** At most one row a second: a broken sender must not fill the table. */
  private Acceptance refuse(UUID id, Delivery delivery, List<Mistake> mistakes) {
    long second = clock.millis() / 1000;
    if (lastRefusal.getAndSet(second) != second) {
      try {
        store.recordRefusal(id, delivery.sender(), mistakes, clock.instant());
      } catch (EJBException unavailable) {
        LOG.log(System.Logger.Level.WARNING, "cannot record refusal " + id, unavailable);
      }
    }
    return new Acceptance.Refused(id, mistakes);
  }
}
