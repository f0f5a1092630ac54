package io.strikewire.web.trading;

import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.web.problem.BadRequest;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads objects of plain values, token by token: nothing nested is followed, however deep it goes.
 * Numbers stay text until a reader of fields has bounded them.
 */
public final class FlatJson {

  private final JsonParser parser;
  private final String shape;

  private FlatJson(JsonParser parser, String shape) {
    this.parser = parser;
    this.shape = shape;
  }

  /**
   * One object.
   *
   * @throws BadRequest naming what it is not
   */
  public static Payload object(byte[] body) {
    return read(body, "a JSON object of plain values", FlatJson::single);
  }

  /**
   * An array of at most {@code most} objects.
   *
   * @throws BadRequest naming what it is not
   */
  public static List<Payload> array(byte[] body, int most) {
    return read(
        body, "a JSON array of 1 to " + most + " objects of plain values", json -> json.list(most));
  }

  private interface Reading<T> {
    T of(FlatJson json);
  }

  private static <T> T read(byte[] body, String shape, Reading<T> reading) {
    try (JsonParser parser =
        Json.createParserFactory(Map.of())
            .createParser(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
      FlatJson json = new FlatJson(parser, shape);
      T value = reading.of(json);
      if (parser.hasNext()) {
        throw json.refused();
      }
      return value;
    } catch (JsonException malformed) {
      throw new BadRequest(List.of(new Mistake("body", "malformed JSON", shape)));
    }
  }

  private Payload single() {
    expect(JsonParser.Event.START_OBJECT);
    return fields();
  }

  private List<Payload> list(int most) {
    expect(JsonParser.Event.START_ARRAY);
    List<Payload> objects = new ArrayList<>();
    while (true) {
      JsonParser.Event event = next();
      if (event == JsonParser.Event.END_ARRAY && !objects.isEmpty()) {
        return objects;
      }
      if (event != JsonParser.Event.START_OBJECT || objects.size() == most) {
        throw refused();
      }
      objects.add(fields());
    }
  }

  private Payload fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (true) {
      JsonParser.Event event = next();
      if (event == JsonParser.Event.END_OBJECT) {
        return Payload.of(fields);
      }
      String name = parser.getString();
      if (fields.containsKey(name)) {
        throw new BadRequest(List.of(new Mistake(name, "twice", "each field once")));
      }
      switch (next()) {
        case VALUE_STRING, VALUE_NUMBER -> fields.put(name, parser.getString());
        case VALUE_TRUE -> fields.put(name, "true");
        case VALUE_FALSE -> fields.put(name, "false");
        case VALUE_NULL -> fields.remove(name);
        default -> throw refused();
      }
    }
  }

  private void expect(JsonParser.Event event) {
    if (next() != event) {
      throw refused();
    }
  }

  private JsonParser.Event next() {
    if (!parser.hasNext()) {
      throw refused();
    }
    return parser.next();
  }

  private BadRequest refused() {
    return new BadRequest(List.of(new Mistake("body", "something else", shape)));
  }
}
