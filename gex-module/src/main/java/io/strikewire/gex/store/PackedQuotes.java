package io.strikewire.gex.store;

import io.strikewire.gex.chain.Strip;
import java.nio.ByteBuffer;
import java.util.List;

/** Quotes as bytes; the migration says in which order. */
final class PackedQuotes {

  private static final int EACH = 5 * Integer.BYTES + 2 * Double.BYTES;
  private static final int NOT_GIVEN = -1;

  private PackedQuotes() {}

  static byte[] pack(List<Strip> strips) {
    ByteBuffer bytes = ByteBuffer.allocate(strips.stream().mapToInt(Strip::size).sum() * EACH);
    for (Strip strip : strips) {
      for (int i = 0; i < strip.size(); i++) {
        bytes.putInt(strip.strikes()[i]).putInt(strip.bids()[i]).putInt(strip.asks()[i]);
        bytes.putDouble(strip.ivs()[i]).putDouble(strip.gammas()[i]);
        bytes.putInt(whole(strip.openInterests()[i])).putInt(whole(strip.volumes()[i]));
      }
    }
    return bytes.array();
  }

  /** How many quotes these are. */
  static int count(byte[] quotes) {
    return quotes.length / EACH;
  }

  /** Fills an empty strip with the next quotes. */
  static void unpack(ByteBuffer bytes, Strip strip) {
    for (int i = 0; i < strip.size(); i++) {
      strip.strikes()[i] = bytes.getInt();
      strip.bids()[i] = bytes.getInt();
      strip.asks()[i] = bytes.getInt();
      strip.ivs()[i] = bytes.getDouble();
      strip.gammas()[i] = bytes.getDouble();
      strip.openInterests()[i] = measure(bytes.getInt());
      strip.volumes()[i] = measure(bytes.getInt());
    }
  }

  private static int whole(double contracts) {
    return Double.isNaN(contracts) ? NOT_GIVEN : (int) contracts;
  }

  private static double measure(int count) {
    return count == NOT_GIVEN ? Double.NaN : count;
  }
}
