package io.strikewire.json;

import io.strikewire.payload.JsonReader;
import io.strikewire.payload.Payload;

/** Reads strictly, as every alert is read. */
public final class StrictJsonReader implements JsonReader {
  @Override
  public Payload object(byte[] json) {
    StrictJson.Reading reading = StrictJson.read(json);
    if (reading instanceof StrictJson.Reading.Malformed malformed) {
      throw new IllegalArgumentException(malformed.mistake().toString());
    }
    return ((StrictJson.Reading.Read) reading).payload();
  }
}
