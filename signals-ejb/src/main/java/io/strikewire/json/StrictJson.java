package io.strikewire.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as RFC 8259 writes it, UTF-8 only, without duplicate keys, and bounded in depth and in the
 * length of names, texts and numbers, so that no sender can make reading expensive.
 */
public final class StrictJson {

  private static final int DEPTH = 32;
  private static final int NUMBER_LENGTH = 100;
  private static final int NAME_LENGTH = 256;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxNumberLength(NUMBER_LENGTH)
                  .maxNameLength(NAME_LENGTH)
                  .maxStringLength(64 * 1024)
                  .build())
          .build();

  private StrictJson() {}

  /** What the bytes turned out to be. */
  public sealed interface Reading {
    /** A JSON object. */
    record Read(Payload payload) implements Reading {}

    /** Not JSON, not an object, or JSON beyond the bounds. */
    record Malformed(Mistake mistake) implements Reading {}
  }

  /** Reads one JSON object and nothing after it. Never throws on any bytes. */
  public static Reading read(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return malformed("bytes that are not UTF-8");
    }
    if (text.isBlank()) {
      return malformed("an empty body");
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        return malformed(first == JsonToken.START_ARRAY ? "an array" : "a bare value");
      }
      Payload payload = object(parser);
      if (parser.nextToken() != null) {
        return malformed("more after the object's end");
      }
      return new Reading.Read(payload);
    } catch (IOException | ArithmeticException | NumberFormatException refused) {
      return malformed(reason(refused));
    }
  }

  private static Payload object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = storable(parser.currentName());
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return Payload.of(fields);
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> storable(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> bounded(parser.getDecimalValue());
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      default -> null;
    };
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object item = value(parser);
      if (item != null) {
        items.add(item);
      }
    }
    return List.copyOf(items);
  }

  /** PostgreSQL stores neither U+0000 nor half a surrogate pair. */
  private static String storable(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (c == 0 || (Character.isSurrogate(c) && !pair)) {
        throw new IOException("a character that cannot be stored");
      }
      if (pair) {
        i++;
      }
    }
    return text;
  }

  private static BigDecimal bounded(BigDecimal number) throws IOException {
    if (Math.abs((long) number.precision() - number.scale()) > 400
        || Math.abs(number.scale()) > 400) {
      throw new IOException("a number beyond 400 powers of ten");
    }
    return number;
  }

  private static String reason(Exception refused) {
    String message = String.valueOf(refused.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private static Reading malformed(String received) {
    return new Reading.Malformed(
        new Mistake(
            "body",
            received,
            "one JSON object in UTF-8, without duplicate keys, at most "
                + DEPTH
                + " levels deep, numbers of at most "
                + NUMBER_LENGTH
                + " characters"));
  }
}
