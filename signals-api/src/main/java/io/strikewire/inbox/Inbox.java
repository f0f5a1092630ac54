package io.strikewire.inbox;

import io.strikewire.payload.Mistake;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Where deliveries become durable. */
public interface Inbox {

  /** Most signals that one delivery may carry. */
  int MOST_IN_A_BATCH = 500;

  /**
   * Reads and stores a delivery of one signal. {@link Acceptance.Accepted} is told only after the
   * commit that holds the signal. Never completes exceptionally, and in bounded time.
   */
  CompletionStage<Acceptance> accept(Delivery delivery);

  /**
   * Reads and stores a delivery of up to {@value #MOST_IN_A_BATCH} signals: one JSON object whose
   * {@code signals} is an array of them. Each is stored or refused by itself.
   */
  CompletionStage<BatchAcceptance> acceptBatch(Delivery delivery);

  /** A delivery of a sender that proved itself was not taken at all: leaves a bounded trace. */
  void refused(Delivery delivery, Mistake mistake);

  /** What became of a delivery. */
  sealed interface Acceptance {

    /** Committed; a signal among them is not decided yet. */
    record Accepted(UUID correlationId, boolean signal) implements Acceptance {}

    /** Seen before: the first one's name. Counted, not stored again. */
    record Duplicate(UUID first) implements Acceptance {}

    /** Not something we can read; every mistake. */
    record Refused(UUID correlationId, List<Mistake> mistakes) implements Acceptance {}

    /**
     * Not known to be stored: the queue is full, the database away, or its answer lost. Sent again,
     * it is stored once.
     */
    record Unavailable(UUID correlationId) implements Acceptance {}
  }

  /** What became of a delivery of several signals. */
  sealed interface BatchAcceptance {

    /** One result for each signal, in the delivery's order. */
    record Itemized(UUID correlationId, List<Acceptance> items) implements BatchAcceptance {
      public Itemized {
        items = List.copyOf(items);
      }
    }

    /** The delivery is not a batch; every mistake. */
    record Unreadable(UUID correlationId, List<Mistake> mistakes) implements BatchAcceptance {}
  }
}
