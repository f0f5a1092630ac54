package io.strikewire.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.strikewire.json.StrictJson.Reading.Malformed;
import io.strikewire.json.StrictJson.Reading.Read;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The 340 cases of the JSON parsing test suite (nst/JSONTestSuite, MIT licence). */
class ParsingCasesTest {

  /** Valid JSON that we refuse on purpose: keys twice, and characters that cannot be stored. */
  private static final Set<String> REFUSED_ON_PURPOSE =
      Set.of(
          "y_object_duplicated_key.json",
          "y_object_duplicated_key_and_value.json",
          "y_object_escaped_null_in_key.json",
          "y_string_null_escape.json");

  record Case(String name, String expected, byte[] text) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream packed =
            Objects.requireNonNull(
                ParsingCasesTest.class.getResourceAsStream("/json/parsing_cases.jsonl.gz"));
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        cases.add(parsed(line));
      }
    }
    return cases;
  }

  private static Case parsed(String line) throws IOException {
    String name = "";
    String expected = "";
    String text = "";
    try (JsonParser json = new JsonFactory().createParser(line)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
          switch (json.currentName()) {
            case "name" -> name = json.getText();
            case "expected" -> expected = json.getText();
            default -> text = json.getText();
          }
        }
      }
    }
    return new Case(name, expected, Base64.getDecoder().decode(text));
  }

  @Test
  void there_are_340_cases() throws IOException {
    assertThat(cases()).hasSize(340);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_is_not_json_is_malformed_alone_and_as_a_field(Case one) {
    if (one.expected().equals("reject")) {
      assertThat(StrictJson.read(one.text())).isInstanceOf(Malformed.class);
      assertThat(StrictJson.read(asField(one.text()))).isInstanceOf(Malformed.class);
    } else {
      assertThat(StrictJson.read(one.text())).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_is_json_is_read_as_a_field(Case one) {
    StrictJson.Reading reading = StrictJson.read(asField(one.text()));
    if (one.expected().equals("accept")) {
      assertThat(reading instanceof Read)
          .as("%s: %s", one.name(), reading)
          .isEqualTo(!REFUSED_ON_PURPOSE.contains(one.name()));
    } else {
      assertThat(reading).isNotNull();
    }
  }

  private static byte[] asField(byte[] text) {
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    object.writeBytes("{\"v\":".getBytes(StandardCharsets.UTF_8));
    object.writeBytes(text);
    object.write('}');
    return object.toByteArray();
  }
}
