package io.strikewire.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.json.StrictJson.Reading.Malformed;
import io.strikewire.json.StrictJson.Reading.Read;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "1",
        "{",
        "{}x",
        "{\"a\":1,\"a\":2}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{\"a\":1,}",
        "{\"a\":\"\\u0000\"}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":1e999}",
        "{} {}"
      })
  void what_is_not_one_storable_object_is_malformed(String text) {
    assertThat(read(text)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"a\":{\"b\":[1,null,\"x\"]}}", "{\"a\":1e3,\"b\":true}"})
  void an_object_is_read(String text) {
    assertThat(read(text)).isInstanceOf(Read.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 100_000})
  void deep_nesting_is_malformed(int depth) {
    assertThat(read("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)))
        .isInstanceOf(Malformed.class);
  }

  @Property(tries = 1000)
  void no_bytes_throw(@ForAll byte[] bytes) {
    assertThat(StrictJson.read(bytes)).isNotNull();
  }

  @Property(tries = 1000)
  void what_is_written_reads_back(@ForAll String name, @ForAll int number) {
    String text = JsonText.of(java.util.Map.of(name, number));
    if (read(text) instanceof Read read) {
      assertThat(JsonText.of(read.payload())).isEqualTo(text);
    } else {
      assertThat(name).matches("(?s).*[\\x00\\p{Cs}].*|.{257,}");
    }
  }

  private static StrictJson.Reading read(String text) {
    return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
