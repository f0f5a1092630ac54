package io.strikewire.deploy.framing;

import java.time.Duration;

/**
 * How long a sender may take: nine seconds for anything; after that a body must have come at a rate
 * that any line reaches, and none may take longer than a minute.
 */
public final class Patience {

  private static final Duration FOR_ANYTHING = Duration.ofSeconds(9);
  private static final Duration FOR_A_LONG_BODY = Duration.ofSeconds(60);
  private static final long BYTES_PER_SECOND = 64 * 1024;

  private Patience() {}

  /**
   * Whether a sender has used it up.
   *
   * @param taken since the request's first byte, or since it connected
   * @param bytes that have come
   */
  public static boolean isOver(Duration taken, long bytes) {
    return taken.compareTo(FOR_A_LONG_BODY) > 0
        || (taken.compareTo(FOR_ANYTHING) > 0 && bytes < taken.toSeconds() * BYTES_PER_SECOND);
  }
}
