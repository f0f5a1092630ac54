package io.strikewire.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which refusals leave a trace: of each sender one in ten seconds, so that a broken one neither
 * fills the table nor hides what another got wrong. Only senders that proved themselves are traced,
 * so there are no more entries here than senders.
 */
public final class Refusals {

  private static final Duration APART = Duration.ofSeconds(10);

  private final Map<String, Instant> traced = new ConcurrentHashMap<>();

  /** Whether this one does. */
  public boolean leaveTrace(String sender, Instant now) {
    return traced.merge(sender, now, Refusals::later).equals(now);
  }

  private static Instant later(Instant last, Instant now) {
    return Duration.between(last, now).compareTo(APART) < 0 ? last : now;
  }
}
