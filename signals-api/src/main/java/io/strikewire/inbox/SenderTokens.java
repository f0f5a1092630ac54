package io.strikewire.inbox;

import io.strikewire.signal.Portfolio;
import java.util.Optional;
import java.util.UUID;

/** The secrets of senders that cannot sign. Only their hashes are stored. */
public interface SenderTokens {

  /** Whose token this is; empty for an unknown, expired or revoked one. */
  Optional<Sender> sender(String token);

  /** A sender known by its token. */
  record Sender(UUID id, String source, Portfolio portfolio) {}
}
