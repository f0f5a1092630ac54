package io.strikewire.context.feed.http;

import io.strikewire.context.feed.FeedUnavailable;
import io.strikewire.context.history.DailyBar;
import io.strikewire.payload.SlowBody;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.function.Supplier;

/** A provider's answer as JSON, or why there is none. Reads at most a megabyte. */
final class ProviderAnswer {

  private static final int LONGEST = 1 << 20;
  private static final int TOO_MANY = 429;

  private ProviderAnswer() {}

  static JsonObject of(Supplier<Response> request) {
    try (Response answer = request.get();
        InputStream body = answer.readEntity(InputStream.class)) {
      byte[] bytes = SlowBody.read(body, LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new FeedUnavailable("the provider's answer is longer than " + LONGEST + " bytes");
      }
      return parse(bytes);
    } catch (WebApplicationException refused) {
      int status = refused.getResponse().getStatus();
      throw status == TOO_MANY
          ? new FeedUnavailable.TooOften()
          : new FeedUnavailable("the provider answered " + status, refused);
    } catch (ProcessingException | IOException broken) {
      throw new FeedUnavailable("the provider could not be read: " + broken.getMessage(), broken);
    }
  }

  private static JsonObject parse(byte[] bytes) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
      return reader.readObject();
    } catch (JsonException | IllegalStateException notJson) {
      throw new FeedUnavailable("the provider's answer is not a whole JSON object", notJson);
    }
  }

  /** The object's number of this name. */
  static JsonNumber number(JsonObject object, String name) {
    if (object.get(name) instanceof JsonNumber number) {
      return number;
    }
    throw new FeedUnavailable("the provider's answer has no number " + name);
  }

  /** The object's object of this name. */
  static JsonObject object(JsonObject object, String name) {
    JsonValue value = object.get(name);
    if (value instanceof JsonObject nested) {
      return nested;
    }
    throw new FeedUnavailable("the provider's answer has no object " + name);
  }

  /** A bar with these names for its prices. */
  static DailyBar bar(
      LocalDate day,
      JsonObject bar,
      String open,
      String high,
      String low,
      String close,
      String volume) {
    try {
      return new DailyBar(
          day,
          number(bar, open).doubleValue(),
          number(bar, high).doubleValue(),
          number(bar, low).doubleValue(),
          number(bar, close).doubleValue(),
          bar.get(volume) instanceof JsonNumber traded ? traded.doubleValue() : 0);
    } catch (IllegalArgumentException noBar) {
      throw new FeedUnavailable("the provider's answer has " + noBar.getMessage(), noBar);
    }
  }
}
