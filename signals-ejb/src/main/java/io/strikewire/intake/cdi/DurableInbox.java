package io.strikewire.intake.cdi;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.strikewire.continuity.jdbc.Heartbeats;
import io.strikewire.inbox.Delivery;
import io.strikewire.inbox.Inbox;
import io.strikewire.intake.Arrival;
import io.strikewire.intake.BatchReader;
import io.strikewire.intake.DeliveryReader;
import io.strikewire.intake.DeliveryReader.Reading;
import io.strikewire.intake.Refusals;
import io.strikewire.intake.Storing;
import io.strikewire.intake.jdbc.DeliveryStore;
import io.strikewire.json.StrictJson;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.pipeline.config.PipelineSettings;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Reads deliveries, has them stored, and says what became of them. */
@ApplicationScoped
public class DurableInbox implements Inbox {

  private static final System.Logger LOG = System.getLogger(DurableInbox.class.getName());

  /** Senders give up after three seconds. */
  private static final long LONGEST_WAIT_MS = 2500;

  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
  private final Refusals refusals = new Refusals();
  private final Refusals unanswered = new Refusals();

  @Inject private ArrivalWriter writer;
  @Inject private DeliveryStore store;
  @Inject private Heartbeats heartbeats;
  @Resource private ManagedExecutorService executor;
  @Inject private Clock clock;
  @Inject private PipelineSettings settings;

  @Override
  public CompletionStage<Acceptance> accept(Delivery delivery) {
    UUID id = ids.generate();
    StrictJson.Reading json = StrictJson.read(delivery.body());
    if (json instanceof StrictJson.Reading.Malformed malformed) {
      return CompletableFuture.completedFuture(refuse(id, delivery, List.of(malformed.mistake())));
    }
    return accept(id, delivery, ((StrictJson.Reading.Read) json).payload());
  }

  @Override
  public CompletionStage<BatchAcceptance> acceptBatch(Delivery delivery) {
    UUID id = ids.generate();
    BatchReader.Reading batch = BatchReader.read(delivery);
    if (batch instanceof BatchReader.Reading.Mistaken mistaken) {
      refuse(id, delivery, mistaken.mistakes());
      return CompletableFuture.completedFuture(
          new BatchAcceptance.Unreadable(id, mistaken.mistakes()));
    }
    List<CompletableFuture<Acceptance>> items = new ArrayList<>();
    for (BatchReader.Item item : ((BatchReader.Reading.Items) batch).items()) {
      items.add(accept(ids.generate(), item.delivery(), item.payload()).toCompletableFuture());
    }
    return CompletableFuture.allOf(items.toArray(CompletableFuture[]::new))
        .thenApply(
            all ->
                new BatchAcceptance.Itemized(
                    id, items.stream().map(CompletableFuture::join).toList()));
  }

  private CompletionStage<Acceptance> accept(UUID id, Delivery delivery, Payload payload) {
    Instant now = clock.instant();
    DeliveryReader reader =
        new DeliveryReader(settings.dedupWindow(), settings.timestampRequired());
    Reading reading = reader.read(id, delivery, payload, now);
    if (reading instanceof Reading.Mistaken mistaken) {
      return CompletableFuture.completedFuture(refuse(id, delivery, mistaken.mistakes()));
    }
    if (reading instanceof Reading.Context context) {
      return inTime(executor.supplyAsync(() -> storeContext(id, context, now)))
          .thenApply(storing -> answer(id, delivery, storing, false));
    }
    if (reading instanceof Reading.Heartbeat heartbeat) {
      return inTime(executor.supplyAsync(() -> storeHeartbeat(heartbeat, now)))
          .thenApply(storing -> answer(id, delivery, storing, false));
    }
    Arrival arrival = ((Reading.Alert) reading).arrival();
    return inTime(writer.write(arrival)).thenApply(storing -> answer(id, delivery, storing, true));
  }

  private static CompletableFuture<Storing> inTime(CompletableFuture<Storing> storing) {
    return storing.completeOnTimeout(new Storing.Failed(), LONGEST_WAIT_MS, TimeUnit.MILLISECONDS);
  }

  private Storing storeContext(UUID id, Reading.Context context, Instant now) {
    try {
      return store.storeContext(id, context.payload(), context.keys(), now);
    } catch (EJBException unavailable) {
      LOG.log(System.Logger.Level.WARNING, "cannot store context " + id, unavailable);
      return new Storing.Failed();
    }
  }

  private Storing storeHeartbeat(Reading.Heartbeat heartbeat, Instant now) {
    try {
      heartbeats.beat(heartbeat.strategy(), heartbeat.interval(), now);
      return new Storing.Stored();
    } catch (IllegalStateException unavailable) {
      LOG.log(System.Logger.Level.WARNING, "a heartbeat is lost", unavailable);
      return new Storing.Failed();
    }
  }

  private Acceptance answer(UUID id, Delivery delivery, Storing storing, boolean signal) {
    if (storing instanceof Storing.Stored) {
      return new Acceptance.Accepted(id, signal);
    }
    if (storing instanceof Storing.Repeated repeated) {
      IntakeLines.repeated(repeated.first());
      return new Acceptance.Duplicate(repeated.first());
    }
    if (storing instanceof Storing.Refused refused) {
      return refuse(id, delivery, refused.mistakes());
    }
    if (unanswered.leaveTrace(delivery.sender(), clock.instant())) {
      IntakeLines.unavailable(id);
    }
    return new Acceptance.Unavailable(id);
  }

  @Override
  public void refused(Delivery delivery, Mistake mistake) {
    trace(ids.generate(), delivery, List.of(mistake));
  }

  private Acceptance refuse(UUID id, Delivery delivery, List<Mistake> mistakes) {
    trace(id, delivery, mistakes);
    return new Acceptance.Refused(id, mistakes);
  }

  private void trace(UUID id, Delivery delivery, List<Mistake> mistakes) {
    Instant now = clock.instant();
    if (!refusals.leaveTrace(delivery.sender(), now)) {
      return;
    }
    IntakeLines.refused(id, mistakes);
    try {
      store.recordRefusal(id, delivery.sender(), mistakes, now);
    } catch (EJBException unavailable) {
      LOG.log(System.Logger.Level.WARNING, "cannot record refusal " + id, unavailable);
    }
  }
}
