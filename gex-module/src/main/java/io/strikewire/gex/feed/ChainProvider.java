package io.strikewire.gex.feed;

import io.strikewire.signal.Symbol;

/** Gives the chain of an underlying as a file. */
public interface ChainProvider {

  /** What a provider gave. */
  sealed interface Fetched {
    /** Its file, unread. */
    record File(byte[] bytes) implements Fetched {}

    /** Nothing, and why. */
    record Unavailable(String why) implements Fetched {}
  }

  /** Asks now; takes as long as its timeouts and retries allow. Never throws. */
  Fetched fetch(Symbol symbol);
}
