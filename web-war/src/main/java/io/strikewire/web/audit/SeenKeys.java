package io.strikewire.web.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which uses of a key go on record: each that changes something, and of those that only read the
 * first in a minute for a key and a part of the service. A page that refreshes itself must not fill
 * the log.
 */
public final class SeenKeys {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final int MOST = 1000;

  private final Map<String, Instant> seen = new ConcurrentHashMap<>();

  /** Whether this use goes on record. */
  public boolean isNew(String key, String method, String path, Instant now) {
    if (!READING.contains(method)) {
      return true;
    }
    if (seen.size() >= MOST) {
      seen.clear();
    }
    String use = key + " " + part(path);
    Instant last = seen.get(use);
    if (last != null && Duration.between(last, now).compareTo(INTERVAL) < 0) {
      return false;
    }
    seen.put(use, now);
    return true;
  }

  /** The first part of an address: {@code /signals} of {@code /signals/…}. */
  private static String part(String path) {
    int slash = path.indexOf('/', 1);
    return slash < 0 ? path : path.substring(0, slash);
  }
}
