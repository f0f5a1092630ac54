package io.strikewire.inbox;

import io.strikewire.signal.Portfolio;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The secrets of senders that cannot sign. Only their hashes are stored. */
public interface SenderTokens {

  /** Whose token this is; empty for an unknown, expired or revoked one. */
  Optional<Sender> sender(String token);

  /**
   * A sender known by its token.
   *
   * @param addresses networks that it sends from, as {@code 10.0.0.0/8} or single addresses; from
   *     anywhere when empty
   * @param freshWithin how far from now an alert's own time may be, if bound
   */
  record Sender(
      UUID id,
      Portfolio portfolio,
      AlertDefaults defaults,
      List<String> addresses,
      Optional<Duration> freshWithin) {
    public Sender {
      addresses = List.copyOf(addresses);
    }
  }
}
