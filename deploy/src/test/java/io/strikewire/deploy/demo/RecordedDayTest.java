package io.strikewire.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedDayTest {

  private static final Instant NOON = Instant.parse("2022-12-12T17:05:30.123456789Z");

  @Test
  void a_chain_is_as_it_was_recorded_but_for_its_time_of_day() throws IOException {
    List<String> moved =
        new String(RecordedDay.chain("RUT", NOON), StandardCharsets.UTF_8).lines().toList();
    assertThat(moved.get(2)).startsWith("\"Date: December 12, 2022 at 12:05 PM EST\",");
    assertThat(moved).hasSizeGreaterThan(3_000);
    assertThat(moved)
        .anyMatch(line -> line.contains("RUT221216C01900000,7,") && line.contains(",6.2,6.7,"));
  }

  @Test
  void alerts_go_round_are_json_and_say_that_they_are_a_demo() throws IOException {
    List<String> all = new ArrayList<>();
    for (int number = 0; number < RecordedDay.alerts(); number++) {
      all.add(RecordedDay.alert(number, NOON));
    }
    assertThat(all).hasSizeGreaterThan(10).noneMatch(alert -> alert.contains("{{"));
    for (String alert : all) {
      JsonPath body = JsonPath.from(alert);
      assertThat(body.getString("source") + body.getString("type"))
          .containsAnyOf("DEMO", "CONTEXT");
    }
    assertThat(RecordedDay.alert(RecordedDay.alerts(), NOON)).isEqualTo(all.get(0));
    assertThat(all.get(0)).contains("\"2022-12-12T17:05:30.123Z\"");
  }
}
