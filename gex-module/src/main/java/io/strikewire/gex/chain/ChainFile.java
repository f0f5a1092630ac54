package io.strikewire.gex.chain;

import io.strikewire.gex.chain.OptionChain.Reading;
import io.strikewire.payload.Mistake;
import io.strikewire.signal.Symbol;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;

/** Reads a delayed-quote file, JSON or CSV by its first character. Never throws on any bytes. */
public final class ChainFile {

  private ChainFile() {}

  /** The chain of {@code symbol} in the file. */
  public static Reading read(Symbol symbol, byte[] file) {
    try {
      OptionChain chain = isJson(file) ? JsonChain.read(symbol, file) : CsvChain.read(symbol, file);
      if (chain.quotes().isEmpty()) {
        return refused("no options", "a chain with at least one option");
      }
      if (!chain.foreignRoots().isEmpty()) {
        return refused(
            "options of " + chain.foreignRoots(), "a chain of " + symbol + " as the request says");
      }
      return new Reading.Read(chain);
    } catch (IOException | DateTimeException | IllegalArgumentException unreadable) {
      String reason = String.valueOf(unreadable.getMessage());
      return refused(reason.lines().findFirst().orElse("nothing"), "a delayed-quote file, whole");
    }
  }

  private static boolean isJson(byte[] file) {
    for (byte b : file) {
      if (!Character.isWhitespace(b)) {
        return b == '{';
      }
    }
    return false;
  }

  private static Reading refused(String received, String accepted) {
    return new Reading.Refused(List.of(new Mistake("body", received, accepted)));
  }
}
