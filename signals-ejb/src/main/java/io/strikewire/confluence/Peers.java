package io.strikewire.confluence;

import io.strikewire.signal.Peer;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which signals count as others: never the signal itself, none too old, the latest of a source. */
public final class Peers {

  private Peers() {}

  /**
   * Chooses among signals.
   *
   * @param asks the signal that is compared; its source's latest word is the signal itself
   * @param horizon how old one may be
   * @return one for each source, symbol and timeframe, oldest first
   */
  public static List<Peer> latestPerSource(
      List<Peer> signals, Peer asks, Duration horizon, Instant now) {
    Map<Speaker, Peer> latest = new LinkedHashMap<>();
    signals.stream()
        .filter(peer -> !Speaker.of(peer).equals(Speaker.of(asks)))
        .filter(peer -> !peer.timestamp().isAfter(now))
        .filter(peer -> !peer.timestamp().isBefore(now.minus(horizon)))
        .sorted(Comparator.comparing(Peer::timestamp).thenComparing(Peer::id))
        .forEach(peer -> latest.put(Speaker.of(peer), peer));
    return List.copyOf(latest.values());
  }

  /** Signals as they are written down, so that they can be asked about again. */
  public static List<Map<String, Object>> described(List<Peer> peers) {
    return peers.stream().map(Peers::described).toList();
  }

  private static Map<String, Object> described(Peer peer) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", peer.id());
    fields.put("source", peer.source());
    fields.put("symbol", peer.symbol().ticker());
    fields.put("direction", peer.direction().name());
    fields.put("timeframe", peer.timeframe().toString());
    fields.put("timestamp", peer.timestamp().toString());
    return fields;
  }

  private record Speaker(String source, Symbol symbol, Timeframe timeframe) {
    static Speaker of(Peer peer) {
      return new Speaker(peer.source(), peer.symbol(), peer.timeframe());
    }
  }
}
