package io.strikewire.web.reading;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;

/** JSON columns as readers want them. */
public final class StoredJson {

  private StoredJson() {}

  /** The value itself. */
  public static JsonValue value(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readValue();
    }
  }

  /** One line for each verdict: {@code RULE OUTCOME: detail}. */
  public static List<String> reasoning(String verdicts) {
    return value(verdicts).asJsonArray().getValuesAs(JsonObject.class).stream()
        .map(
            verdict ->
                verdict.getString("rule")
                    + " "
                    + verdict.getString("outcome")
                    + ": "
                    + verdict.getString("detail"))
        .toList();
  }
}
