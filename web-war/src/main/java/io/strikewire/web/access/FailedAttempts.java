package io.strikewire.web.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who showed wrong keys. After some of them an address is not listened to for a while, whatever it
 * shows; so nobody can try keys faster than that. Bounded: of many addresses the newest are known,
 * and of many attempts only some go on record.
 */
public final class FailedAttempts {

  private static final int MOST_ADDRESSES = 10_000;
  private static final int MOST_RECORDS = 100;

  private final int allowed;
  private final Duration window;
  private final Map<String, Count> counts =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };
  private Count records = new Count(Instant.EPOCH, 0);

  /** Attempts since an instant. */
  private record Count(Instant since, int attempts) {}

  /**
   * @param allowed wrong keys from one address within the window
   * @param window from an address's first wrong key on
   */
  public FailedAttempts(int allowed, Duration window) {
    this.allowed = allowed;
    this.window = window;
  }

  /** How long an address is not listened to any more; empty when it is. */
  public synchronized Optional<Duration> blocked(String address, Instant now) {
    return Optional.ofNullable(counts.get(address))
        .filter(count -> count.attempts() >= allowed)
        .map(count -> Duration.between(now, count.since().plus(window)))
        .filter(left -> !left.isNegative() && !left.isZero());
  }

  /** Counts a wrong key; whether it goes on record. */
  public synchronized boolean failed(String address, Instant now) {
    counts.put(address, more(counts.getOrDefault(address, new Count(now, 0)), now));
    records = more(records, now);
    return records.attempts() <= MOST_RECORDS;
  }

  private Count more(Count count, Instant now) {
    return count.since().plus(window).isAfter(now)
        ? new Count(count.since(), count.attempts() + 1)
        : new Count(now, 1);
  }
}
