package io.strikewire.confluence;

import io.strikewire.signal.Peer;
import io.strikewire.signal.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was heard of symbols so far, in the order in which it was decided. */
public final class Heard {

  private final Map<Symbol, List<Peer>> peers = new HashMap<>();

  /** Whether a symbol's signals were noted, if only that there are none. */
  public boolean knows(Symbol symbol) {
    return peers.containsKey(symbol);
  }

  /** Notes what there is of a symbol. */
  public void know(Symbol symbol, List<Peer> stored) {
    peers.put(symbol, new ArrayList<>(stored));
  }

  /**
   * Adds what a source said last. Its older words are forgotten, unless the new one lies in the
   * future and so doesn't count yet.
   */
  public void add(Peer peer, Instant now) {
    List<Peer> symbol = peers.computeIfAbsent(peer.symbol(), unheard -> new ArrayList<>());
    if (!peer.timestamp().isAfter(now)) {
      symbol.removeIf(
          older ->
              older.source().equals(peer.source())
                  && older.timeframe().equals(peer.timeframe())
                  && !older.timestamp().isAfter(peer.timestamp()));
    }
    symbol.add(peer);
  }

  /** What a signal is compared with; see {@link Peers#latestPerSource}. */
  public List<Peer> comparedWith(Peer asks, Duration horizon, Instant now) {
    return Peers.latestPerSource(peers.getOrDefault(asks.symbol(), List.of()), asks, horizon, now);
  }
}
