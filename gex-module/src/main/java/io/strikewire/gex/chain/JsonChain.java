package io.strikewire.gex.chain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.strikewire.signal.Symbol;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A chain as JSON, in either of two forms that differ in names only: the delayed-quote file {@code
 * {"timestamp": UTC, "data": {"current_price": …, "options": […]}, "symbol": "_SPX"}}, and the
 * generic {@code {"symbol": "SPX", "as_of": "…Z", "spot": …, "options": […]}}.
 */
final class JsonChain {

  /** A bare NaN is read here so that it can be named; it is refused with its field. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private static final String TIME = "2026-11-23T15:00:00Z, or UTC without a zone";

  private final Symbol symbol;
  private final ChainRows rows = new ChainRows(1024);
  private final JsonOption option = new JsonOption(rows);
  private @Nullable Instant asOf;
  private double spot = Double.NaN;
  private boolean listed;

  private JsonChain(Symbol symbol) {
    this.symbol = symbol;
  }

  static OptionChain read(Symbol symbol, byte[] file) throws IOException {
    JsonChain chain = new JsonChain(symbol);
    try (JsonParser parser = FACTORY.createParser(file)) {
      parser.nextToken();
      chain.object(parser, "");
      if (parser.nextToken() != null) {
        throw new Unreadable("body", "more after the chain's end", "one JSON object");
      }
    }
    if (chain.asOf == null) {
      throw new Unreadable("timestamp", "nothing", TIME);
    }
    if (Double.isNaN(chain.spot)) {
      throw new Unreadable("spot", "nothing", "current_price or spot, in USD");
    }
    return ChainCheck.chain(symbol, chain.asOf, chain.spot, chain.rows);
  }

  private void object(JsonParser parser, String path) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      if (parser.currentToken() == null) {
        throw new Unreadable("body", "the end of the file", "a whole JSON object");
      }
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "timestamp", "as_of", "asOf" -> asOf = time(path + name, parser);
        case "current_price", "spot" -> spot = spot(path + name, parser);
        case "symbol" -> named(path + name, parser);
        case "options" -> options(path + name, parser);
        case "data" -> {
          if (value == JsonToken.START_OBJECT && path.isEmpty()) {
            object(parser, "data.");
          } else {
            parser.skipChildren();
          }
        }
        default -> parser.skipChildren();
      }
    }
  }

  private Instant time(String field, JsonParser parser) throws IOException {
    String text = parser.getText();
    if (asOf != null || parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new Unreadable(field, asOf == null ? text : text + ", a second one", TIME);
    }
    return zoned(text).or(() -> plain(text)).orElseThrow(() -> new Unreadable(field, text, TIME));
  }

  private static Optional<Instant> zoned(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> plain(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }

  private double spot(String field, JsonParser parser) throws IOException {
    if (!parser.currentToken().isNumeric() || !Double.isNaN(spot)) {
      throw new Unreadable(field, parser.getText(), "the underlying's price in USD, once");
    }
    double price = parser.getDoubleValue();
    if (!(price > 0)) {
      throw new Unreadable(field, parser.getText(), "USD above 0");
    }
    return price;
  }

  private void named(String field, JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING || !Roots.names(parser.getText(), symbol)) {
      throw new Unreadable(field, parser.getText(), symbol + ", as the request says");
    }
  }

  private void options(String field, JsonParser parser) throws IOException {
    if (listed || parser.currentToken() != JsonToken.START_ARRAY) {
      throw new Unreadable(field, parser.getText(), "one array of options");
    }
    listed = true;
    int index = 0;
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      option.read(parser, field + "[" + index++ + "]");
    }
    if (parser.currentToken() != JsonToken.END_ARRAY) {
      throw new Unreadable(field + "[" + index + "]", parser.getText(), "an option as an object");
    }
  }
}
