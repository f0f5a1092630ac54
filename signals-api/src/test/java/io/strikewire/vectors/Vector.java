package io.strikewire.vectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.strikewire.payload.Payload;
import io.strikewire.whatif.Facts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One recorded decision.
 *
 * @param deviations codes of what the reference got wrong here
 */
public record Vector(
    String id, Facts config, Facts input, Payload expected, List<String> deviations) {

  /** What stands for a recorded {@code null} in {@link #expected}. */
  static final String NULL = "null";

  private static final JsonFactory JSON = new JsonFactory();

  /** The recorded decisions of a family, from {@code /vectors/FAMILY.jsonl.gz} of a test's jar. */
  public static List<Vector> of(String family, Class<?> test) {
    String name = "/vectors/" + family + ".jsonl.gz";
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(test.getResourceAsStream(name), name)),
                StandardCharsets.UTF_8))) {
      return lines.lines().map(Vector::read).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + name, broken);
    }
  }

  private static Vector read(String line) {
    Payload whole = (Payload) Objects.requireNonNull(value(line, null));
    Payload withNulls = (Payload) Objects.requireNonNull(value(line, NULL));
    List<String> codes = new ArrayList<>();
    ((List<?>) whole.first("deviations").orElseThrow()).forEach(code -> codes.add((String) code));
    return new Vector(
        (String) whole.first("id").orElseThrow(),
        new Facts("config", whole.object("config")),
        new Facts("input", whole.object("input")),
        withNulls.object("expected"),
        codes);
  }

  private static @Nullable Object value(String text, @Nullable Object forNull) {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      return value(parser, forNull);
    } catch (IOException broken) {
      throw new UncheckedIOException("not JSON: " + text, broken);
    }
  }

  private static @Nullable Object value(JsonParser parser, @Nullable Object forNull)
      throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          fields.put(name, value(parser, forNull));
        }
        yield Payload.of(fields);
      }
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(Objects.requireNonNullElse(value(parser, forNull), NULL));
        }
        yield items;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> forNull;
    };
  }
}
