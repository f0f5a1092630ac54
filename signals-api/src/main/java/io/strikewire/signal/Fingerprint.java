package io.strikewire.signal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes two alerts the same alert, as 32 bytes in hexadecimal: portfolio, source, strategy,
 * symbol, action, side, timeframe, contract and the alert's own time. Nothing else: another score
 * or price does not make it another alert.
 */
public record Fingerprint(String hex) {

  /** The fingerprint of a signal. */
  public static Fingerprint of(Signal signal) {
    String identity =
        String.join(
            "\n",
            signal.portfolio().name(),
            signal.source(),
            signal.strategy().orElse(""),
            signal.symbol().ticker(),
            signal.intent().word(),
            signal.intent().side().map(Enum::name).orElse(""),
            signal.timeframe().toString(),
            signal.contract().map(Object::toString).orElse(""),
            signal.timestamp().toString());
    return new Fingerprint(
        HexFormat.of().formatHex(sha256().digest(identity.getBytes(StandardCharsets.UTF_8))));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
