package io.strikewire.gex.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.strikewire.gex.chain.OptionChain.Reading;
import io.strikewire.payload.Mistake;
import io.strikewire.signal.Symbol;
import java.io.IOException;
import java.util.List;

/** Reads a chain file, JSON or CSV by its first character. Never throws on any bytes. */
public final class ChainFile {

  /** Longest file, in bytes. */
  public static final int LONGEST = 16 * 1024 * 1024;

  private ChainFile() {}

  /** The chain of {@code symbol} in the file. */
  public static Reading read(Symbol symbol, byte[] file) {
    try {
      if (file.length > LONGEST) {
        throw new Unreadable("body", file.length + " bytes", "at most " + LONGEST + " bytes");
      }
      return new Reading.Read(
          isJson(file) ? JsonChain.read(symbol, file) : CsvChain.read(symbol, file));
    } catch (Unreadable unreadable) {
      return new Reading.Refused(List.of(unreadable.mistake()));
    } catch (JsonProcessingException notJson) {
      return refused(notJson.getOriginalMessage() + place(notJson));
    } catch (IOException | NumberFormatException broken) {
      return refused(String.valueOf(broken.getMessage()));
    }
  }

  private static String place(JsonProcessingException notJson) {
    return notJson.getLocation() == null
        ? ""
        : " (line "
            + notJson.getLocation().getLineNr()
            + ", column "
            + notJson.getLocation().getColumnNr()
            + ")";
  }

  private static boolean isJson(byte[] file) {
    for (byte b : file) {
      if (!Character.isWhitespace(b)) {
        return b == '{';
      }
    }
    return false;
  }

  private static Reading refused(String received) {
    return new Reading.Refused(List.of(new Mistake("body", received, "a chain file, whole")));
  }
}
