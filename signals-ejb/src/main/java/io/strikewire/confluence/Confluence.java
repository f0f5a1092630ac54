package io.strikewire.confluence;

import io.strikewire.signal.Direction;
import io.strikewire.signal.Peer;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import java.util.List;

/**
 * Agreement of the signals of one symbol and timeframe, weighted by source.
 *
 * @param agreeingMillionths weight of those with the signal's side
 * @param totalMillionths weight of all
 * @param agreeing how many have the signal's side
 * @param total how many there are
 */
public record Confluence(long agreeingMillionths, long totalMillionths, int agreeing, int total) {

  /** From here on agreement raises the confidence. */
  public static final Ratio HIGH = new Ratio(7, 10);

  /** Nothing to compare with. */
  public static final Confluence UNKNOWN = new Confluence(0, 0, 0, 0);

  /** Compares a side with the signals of a symbol and timeframe among {@code peers}. */
  public static Confluence of(
      Symbol symbol,
      Timeframe timeframe,
      Direction side,
      List<Peer> peers,
      ConfluenceSettings settings) {
    return among(symbol, timeframe, side, peers, settings, false);
  }

  /** Compares a side with the signals of a symbol on larger bars among {@code peers}. */
  public static Confluence ofLargerBars(
      Symbol symbol,
      Timeframe timeframe,
      Direction side,
      List<Peer> peers,
      ConfluenceSettings settings) {
    return among(symbol, timeframe, side, peers, settings, true);
  }

  private static Confluence among(
      Symbol symbol,
      Timeframe timeframe,
      Direction side,
      List<Peer> peers,
      ConfluenceSettings settings,
      boolean larger) {
    long agreeingWeight = 0;
    long totalWeight = 0;
    int agreeing = 0;
    int total = 0;
    for (int i = 0; i < peers.size(); i++) {
      Peer peer = peers.get(i);
      if (larger ? isLarger(peer, symbol, timeframe) : comparable(peer, symbol, timeframe)) {
        long weight = settings.weightOf(peer.source());
        total++;
        totalWeight += weight;
        if (peer.direction() == side) {
          agreeing++;
          agreeingWeight += weight;
        }
      }
    }
    return total == 0 ? UNKNOWN : new Confluence(agreeingWeight, totalWeight, agreeing, total);
  }

  private static boolean isLarger(Peer peer, Symbol symbol, Timeframe timeframe) {
    return peer.symbol().equals(symbol) && peer.timeframe().bar().compareTo(timeframe.bar()) > 0;
  }

  /** Whether a signal speaks of the same symbol and bar size. */
  public static boolean comparable(Peer peer, Symbol symbol, Timeframe timeframe) {
    return peer.symbol().equals(symbol) && peer.timeframe().equals(timeframe);
  }

  /** Whether anything of weight was there to compare with. */
  public boolean isKnown() {
    return totalMillionths > 0;
  }

  /** Weighted agreement, 0 to 1; one half when nothing is known. */
  public Ratio used() {
    return isKnown() ? new Ratio(agreeingMillionths, totalMillionths) : Ratio.HALF;
  }

  /** Weighted agreement, 0 to 1; 0 when nothing is known. */
  public double weighted() {
    return isKnown() ? (double) agreeingMillionths / totalMillionths : 0;
  }

  /** Agreement by heads, 0 to 1; 0 when there are none. */
  public double simple() {
    return total == 0 ? 0 : (double) agreeing / total;
  }
}
