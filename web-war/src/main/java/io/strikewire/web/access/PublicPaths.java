package io.strikewire.web.access;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The addresses open to everyone: the webhook, which has its own proof, health and metrics. Judged
 * by the address as it was sent, and only in its plainest form: whatever is encoded, doubled or
 * decorated is not public.
 */
public final class PublicPaths {

  private static final Pattern PLAIN =
      Pattern.compile("/(webhook|health|metrics)(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)?");

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private PublicPaths() {}

  /**
   * Whether a browser sends this on behalf of another site: a page that somebody is looking at must
   * not be able to use the key that their browser remembers.
   *
   * @param site what the browser says of it in {@code Sec-Fetch-Site}; programs say nothing
   */
  public static boolean isForeign(String method, @Nullable String site) {
    return !READING.contains(method) && site != null && !OWN.contains(site);
  }

  /** Whether the raw path of a request is public. */
  public static boolean includes(String rawPath) {
    return PLAIN.matcher(rawPath).matches();
  }
}
