package io.strikewire.web.access;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where a request comes from. What {@code X-Forwarded-For} says is believed as far as proxies that
 * we trust have said it: from its end backwards, each address that a trusted one named.
 */
public final class ClientAddress {

  private ClientAddress() {}

  /**
   * The nearest address that is no trusted proxy; empty when it cannot be told.
   *
   * @param peer whoever holds the connection
   * @param forwarded the values of {@code X-Forwarded-For}, in order
   */
  public static Optional<InetAddress> of(
      String peer, List<String> forwarded, List<Network> trusted) {
    Optional<InetAddress> nearest = Network.address(peer);
    List<String> named = new ArrayList<>();
    forwarded.forEach(value -> named.addAll(List.of(value.split(",", -1))));
    Collections.reverse(named);
    for (String next : named) {
      if (nearest.isEmpty() || !isOne(nearest.get(), trusted)) {
        return nearest;
      }
      nearest = Network.address(next.strip());
    }
    return nearest;
  }

  /** Whether an address is in one of the networks. */
  public static boolean isOne(InetAddress address, List<Network> networks) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }
}
