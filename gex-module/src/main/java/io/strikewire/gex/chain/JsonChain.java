package io.strikewire.gex.chain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.strikewire.option.OptionContract;
import io.strikewire.signal.Symbol;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code {"timestamp": UTC, "data": {"current_price": …, "options": […]}}}. */
final class JsonChain {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final Symbol symbol;
  private final List<ChainQuote> quotes = new ArrayList<>();
  private @Nullable Instant asOf;
  private double spot;

  private JsonChain(Symbol symbol) {
    this.symbol = symbol;
  }

  static OptionChain read(Symbol symbol, byte[] file) throws IOException {
    JsonChain chain = new JsonChain(symbol);
    try (JsonParser parser = FACTORY.createParser(file)) {
      parser.nextToken();
      chain.object(parser);
    }
    if (chain.asOf == null) {
      throw new IOException("no timestamp");
    }
    return new OptionChain(symbol, chain.asOf, chain.spot, chain.quotes);
  }

  private void object(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      if (parser.currentToken() == null) {
        throw new IOException("the file ends too early");
      }
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("timestamp") && value == JsonToken.VALUE_STRING) {
        asOf = LocalDateTime.parse(parser.getText(), UTC).toInstant(ZoneOffset.UTC);
      } else if (name.equals("current_price") && value.isNumeric()) {
        spot = parser.getDoubleValue();
      } else if (name.equals("data") && value == JsonToken.START_OBJECT) {
        object(parser);
      } else if (name.equals("options") && value == JsonToken.START_ARRAY) {
        options(parser);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void options(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      quotes.add(option(parser));
    }
    if (parser.currentToken() != JsonToken.END_ARRAY) {
      throw new IOException("an option that is not an object");
    }
  }

  private ChainQuote option(JsonParser parser) throws IOException {
    Map<String, BigDecimal> numbers = new HashMap<>();
    String name = "";
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == null) {
        throw new IOException("the file ends too early");
      }
      if (value.isNumeric()) {
        numbers.put(field, parser.getDecimalValue());
      } else if (field.equals("option") && value == JsonToken.VALUE_STRING) {
        name = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
    String named = name;
    OptionContract contract =
        OptionContract.parse(name)
            .orElseThrow(
                () -> new IllegalArgumentException("\"" + named + "\" is no option of " + symbol));
    return new ChainQuote(
        contract,
        numbers.getOrDefault("bid", BigDecimal.ZERO),
        numbers.getOrDefault("ask", BigDecimal.ZERO),
        measure(numbers, "iv"),
        measure(numbers, "delta"),
        measure(numbers, "gamma"),
        measure(numbers, "open_interest"),
        measure(numbers, "volume"));
  }

  private static double measure(Map<String, BigDecimal> numbers, String name) {
    return numbers.getOrDefault(name, BigDecimal.ZERO).doubleValue();
  }
}
