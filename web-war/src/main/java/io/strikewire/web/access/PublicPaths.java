package io.strikewire.web.access;

import java.util.regex.Pattern;

/**
 * The addresses open to everyone: the webhook, which has its own proof, health and metrics. Judged
 * by the address as it was sent, and only in its plainest form: whatever is encoded, doubled or
 * decorated is not public.
 */
public final class PublicPaths {

  private static final Pattern PLAIN =
      Pattern.compile("/(webhook|health|metrics)(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)?");

  private PublicPaths() {}

  /** Whether the raw path of a request is public. */
  public static boolean includes(String rawPath) {
    return PLAIN.matcher(rawPath).matches();
  }
}
