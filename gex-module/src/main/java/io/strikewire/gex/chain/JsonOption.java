package io.strikewire.gex.chain;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * One option of a JSON chain. Its name is {@code option}, {@code occ_symbol} or {@code symbol};
 * numbers that are absent or null are unknown.
 */
final class JsonOption {

  private final ChainRows rows;
  private final Osi name = new Osi();
  private double bid;
  private double ask;
  private double iv;
  private double delta;
  private double gamma;
  private double openInterest;
  private double volume;

  JsonOption(ChainRows rows) {
    this.rows = rows;
  }

  /** Reads the object that the parser stands at, and adds its row. */
  void read(JsonParser parser, String path) throws IOException {
    boolean named = false;
    bid = ask = iv = delta = gamma = openInterest = volume = Double.NaN;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      if (parser.currentToken() == null) {
        throw new Unreadable(path, "the end of the file", "a whole option");
      }
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "option", "occ_symbol", "symbol" -> named = name(parser, path + "." + field);
        case "bid" -> bid = number(parser, path, field);
        case "ask" -> ask = number(parser, path, field);
        case "iv", "implied_volatility" -> iv = number(parser, path, field);
        case "delta" -> delta = number(parser, path, field);
        case "gamma" -> gamma = number(parser, path, field);
        case "open_interest" -> openInterest = number(parser, path, field);
        case "volume" -> volume = number(parser, path, field);
        default -> parser.skipChildren();
      }
    }
    if (!named) {
      throw new Unreadable(path + ".option", "nothing", "an option's name: SPXW221212C01000000");
    }
    rows.contract(name);
    rows.measures(field -> path + "." + field, bid, ask, iv, delta, gamma, openInterest, volume);
  }

  private boolean name(JsonParser parser, String path) throws IOException {
    String text = parser.getText();
    byte[] bytes = text == null ? new byte[0] : text.strip().getBytes(StandardCharsets.UTF_8);
    if (parser.currentToken() != JsonToken.VALUE_STRING || !name.read(bytes, 0, bytes.length)) {
      throw new Unreadable(path, String.valueOf(text), "an option's name: SPXW221212C01000000");
    }
    return true;
  }

  private static double number(JsonParser parser, String path, String field) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return Double.NaN;
    }
    double value;
    if (token != null && token.isNumeric()) {
      value = parser.getDoubleValue();
    } else if (token == JsonToken.VALUE_STRING) {
      value = decimal(parser.getText(), path + "." + field);
    } else {
      throw new Unreadable(path + "." + field, String.valueOf(parser.getText()), "a number");
    }
    if (!Double.isFinite(value)) {
      throw new Unreadable(path + "." + field, parser.getText(), "a finite number");
    }
    return value;
  }

  private static double decimal(String text, String path) throws Unreadable {
    try {
      return text.length() > 40 ? Double.NaN : new BigDecimal(text.strip()).doubleValue();
    } catch (NumberFormatException none) {
      throw new Unreadable(path, text, "a number");
    }
  }
}
