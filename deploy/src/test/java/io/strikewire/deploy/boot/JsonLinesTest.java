package io.strikewire.deploy.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

  private final JsonLines lines = new JsonLines();

  @Test
  void what_came_in_from_outside_stays_inside_of_its_field() {
    String hostile = "x\"}\n{\"level\":\"ERROR\"\r\u2028\u0000\\";
    String line = lines.format(record(Level.WARNING, "refused {0}", hostile));
    assertThat(line.lines()).hasSize(1);
    JsonPath json = JsonPath.from(line);
    assertThat(json.getString("message")).isEqualTo("refused " + hostile);
    assertThat(json.getString("level")).isEqualTo("WARN");
  }

  @Test
  void a_batch_of_outcomes_is_a_line_for_each() {
    String text =
        lines.format(
            record(
                Level.INFO,
                "decided {0}",
                List.of(
                    Map.of("correlation_id", "one", "decision_ms", 1.5),
                    Map.of("correlation_id", "two", "reason", "TOO_OLD"))));
    assertThat(text.lines().map(JsonPath::from))
        .extracting(json -> json.getString("correlation_id"))
        .containsExactly("one", "two");
    assertThat(JsonPath.from(text.lines().findFirst().orElseThrow()).getDouble("decision_ms"))
        .isEqualTo(1.5);
  }

  @Test
  void a_person_reads_a_batch_of_outcomes_as_a_line_for_each_too() {
    String text =
        new TextLines()
            .format(
                record(Level.INFO, "decided {0}", List.of(Map.of("a", "x\n"), Map.of("b", "y"))));
    assertThat(text.lines())
        .containsExactly(
            "1970-01-01T00:00:00Z INFO test decided {a=x?}",
            "1970-01-01T00:00:00Z INFO test decided {b=y}");
  }

  @Test
  void a_list_of_anything_else_and_an_empty_one_are_part_of_their_message() {
    for (List<String> said : List.of(List.of("fsync", "wal"), List.<String>of())) {
      LogRecord line = record(Level.WARNING, "off: {0}", said);
      assertThat(new TextLines().format(line)).endsWith(" off: " + said + System.lineSeparator());
      assertThat(JsonPath.from(lines.format(line)).getString("message")).isEqualTo("off: " + said);
    }
  }

  @Test
  void what_a_person_must_act_on_is_found_by_the_word_of_the_guide() {
    LogRecord line = record(Level.SEVERE, "it broke");
    line.setThrown(new IllegalStateException("cause"));
    assertThat(lines.format(line)).contains("\"level\":\"ERROR\"", "IllegalStateException: cause");
    assertThat(new TextLines().format(line)).contains(" ERROR test it broke");
  }

  @Test
  void a_servers_message_is_written_in_its_words_not_by_its_name() {
    LogRecord line = record(Level.INFO, "NCLS-1", "http-listener-1");
    line.setResourceBundle(
        new ListResourceBundle() {
          @Override
          protected Object[][] getContents() {
            return new Object[][] {{"NCLS-1", "{0} is open"}};
          }
        });
    assertThat(JsonPath.from(lines.format(line)).getString("message"))
        .isEqualTo("http-listener-1 is open");
  }

  @Test
  void every_line_of_a_demonstration_says_so() {
    System.setProperty("strikewire.demo", "true");
    try {
      assertThat(lines.format(record(Level.INFO, "x"))).contains("\"demo\":true");
      assertThat(new TextLines().format(record(Level.INFO, "x"))).contains(" DEMO INFO ");
    } finally {
      System.clearProperty("strikewire.demo");
    }
    assertThat(lines.format(record(Level.INFO, "x"))).doesNotContain("demo");
  }

  @Test
  void secrets_are_not_written() {
    String line =
        lines.format(
            record(
                Level.WARNING,
                "postgres://user:hunter2@db/x password=hunter2 /webhook/swt_abcdefghijklmnopqrstuv"));
    assertThat(line)
        .doesNotContain("hunter2", "abcdefghijklmnop")
        .contains("postgres://user:***@db", "password=***", "/webhook/swt_***");
  }

  @Test
  void a_token_is_unreadable_in_the_stack_of_what_was_thrown_and_other_lines_stay_as_they_are() {
    String token = "swt_" + "aB3-_".repeat(8) + "xyz";
    LogRecord line = record(Level.SEVERE, "a swift answer");
    line.setThrown(new IllegalStateException("no such path: /webhook/" + token));
    assertThat(lines.format(line)).contains("a swift answer", "swt_***").doesNotContain(token);
    assertThat(new TextLines().format(line)).contains("swt_***").doesNotContain(token);
  }

  @Test
  void a_terminal_is_not_told_what_to_do() {
    assertThat(new TextLines().format(record(Level.INFO, "{0}", "\u001b[2J\nforged")))
        .contains("?[2J?forged");
  }

  private static LogRecord record(Level level, String message, Object... parameters) {
    LogRecord record = new LogRecord(level, message);
    record.setLoggerName("test");
    record.setInstant(Instant.EPOCH);
    record.setParameters(parameters);
    return record;
  }
}
