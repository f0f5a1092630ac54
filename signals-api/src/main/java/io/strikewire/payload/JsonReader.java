package io.strikewire.payload;

/** Reads JSON objects. Found by {@link java.util.ServiceLoader}. */
public interface JsonReader {

  /**
   * One object and nothing after it.
   *
   * @throws IllegalArgumentException if it is none
   */
  Payload object(byte[] json);
}
