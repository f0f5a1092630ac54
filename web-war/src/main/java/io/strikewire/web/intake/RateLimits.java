package io.strikewire.web.intake;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many deliveries a sender, and all of them together, may make: so many a second on average,
 * and five seconds' worth at once. Only senders that proved themselves are counted, so others
 * cannot use up what is theirs, and there are no more counts than senders.
 */
public final class RateLimits {

  private static final int SECONDS_AT_ONCE = 5;

  private final int perSender;
  private final Optional<Bucket> total;
  private final Map<String, Bucket> senders = new ConcurrentHashMap<>();

  /**
   * @param perSender deliveries a second of one sender; 0 for any number
   * @param total deliveries a second of all of them; 0 for any number
   */
  public RateLimits(int perSender, int total) {
    this.perSender = perSender;
    this.total = total == 0 ? Optional.empty() : Optional.of(bucket(total));
  }

  /** Counts a delivery; when it is one too many it is not counted, and this is how long to wait. */
  public Optional<Duration> tooMany(String sender) {
    Optional<Duration> own =
        perSender == 0
            ? Optional.empty()
            : taken(senders.computeIfAbsent(sender, unknown -> bucket(perSender)));
    return own.isPresent() ? own : total.flatMap(RateLimits::taken);
  }

  private static Optional<Duration> taken(Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private static Bucket bucket(int perSecond) {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity((long) perSecond * SECONDS_AT_ONCE)
                    .refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
