package io.strikewire.audit.chain;

import io.strikewire.audit.AuditRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * SHA-256 over a record: the hash before it, its place and time as eight bytes each, and every text
 * as its length and its UTF-8, so that no two records have the same bytes.
 */
final class ChainHash {

  private static final HexFormat HEX = HexFormat.of();
  private static final String ORIGIN = "strikewire audit chain ";

  private ChainHash() {}

  /** What a chain's first record has before it. */
  static String origin(String chain) {
    return HEX.formatHex(sha256().digest((ORIGIN + chain).getBytes(StandardCharsets.UTF_8)));
  }

  /** The hash of a fact at a place in a chain. */
  static String of(String previous, String chain, long id, Fact fact) {
    MessageDigest digest = sha256();
    digest.update(HEX.parseHex(previous));
    digest.update(
        ByteBuffer.allocate(2 * Long.BYTES).putLong(id).putLong(micros(fact.at())).array());
    text(digest, chain);
    text(digest, fact.actor());
    text(digest, fact.action());
    text(digest, fact.subject());
    text(digest, fact.symbol().orElse(""));
    text(digest, fact.signal().map(signal -> signal.value().toString()).orElse(""));
    text(digest, fact.payload());
    return HEX.formatHex(digest.digest());
  }

  /** Whether a record has the hash of what it says, at this place. */
  static boolean holds(AuditRecord record, long id) {
    return of(record.previous(), record.chain(), id, fact(record)).equals(record.hash());
  }

  private static Fact fact(AuditRecord record) {
    return new Fact(
        record.at(),
        record.actor(),
        record.action(),
        record.subject(),
        record.symbol(),
        record.signal(),
        record.payload());
  }

  private static void text(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
